"""Findings of the negative list: pure rules from the first reminder to the repair."""
