"""Credit pledges and the residents' covenant."""
