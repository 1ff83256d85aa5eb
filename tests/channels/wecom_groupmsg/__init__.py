"""Tests of the door to customer groups."""
