"""The shop's rules."""
