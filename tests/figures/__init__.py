"""The community in figures."""
