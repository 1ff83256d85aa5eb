"""Everything that is drawn: pictures, papers and the codes on them."""
