"""Tip-offs: handing one in, following it, and judging it."""
