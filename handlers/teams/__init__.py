"""Volunteer teams: seeing, joining and leaving them."""
