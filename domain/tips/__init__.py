"""Confidential tip-offs: what a case is, what may be done with it, and what must never be kept."""
