"""Pledge drives: a text posted in a group that many sign by one phrase, until an evening."""

SORT = "drive"
OPEN, OVER = "open", "over"
MOST_DAYS = 7
"""As long as a text that stood in a group may be signed there at once."""
