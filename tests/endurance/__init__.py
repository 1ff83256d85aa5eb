"""What the whole bot endures, started as its user starts it."""
