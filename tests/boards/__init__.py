"""Boards as pure functions."""
