"""Scores and grades."""
