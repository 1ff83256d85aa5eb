"""Volunteer teams, who is in them, and who leads them."""
