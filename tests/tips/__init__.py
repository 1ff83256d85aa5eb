"""Confidential tip-offs."""
