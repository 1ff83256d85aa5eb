"""Red and black boards, appeals against an entry, and the repair of credit."""
