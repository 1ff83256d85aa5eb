"""The outside world and the start: the one room that knows every other."""
