"""The yearly awards: nominated, screened, scored, made public, given."""
