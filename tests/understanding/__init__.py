"""What messages are read as, and what the reading costs."""
