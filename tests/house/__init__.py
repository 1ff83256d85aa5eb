"""The house itself: its walls, its packages and what it lets nobody hear."""
