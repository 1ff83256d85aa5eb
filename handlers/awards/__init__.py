"""Nominations for the yearly awards, and certificates."""
