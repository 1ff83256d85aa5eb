"""Registers on their way into the book."""
