"""What staff say to a whole group, by hand."""
