"""The shelf of places where people talk: one file or folder per channel."""
