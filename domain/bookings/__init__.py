"""Bookings of shared rooms: when they are open, what is taken, what else is free."""
