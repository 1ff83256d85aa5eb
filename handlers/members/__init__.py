"""People: who they are, what they are told, and their own data."""
