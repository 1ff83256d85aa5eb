"""The weekly word on handled matters, and cases."""
