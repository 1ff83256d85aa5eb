"""Everyday questions about the rules."""
