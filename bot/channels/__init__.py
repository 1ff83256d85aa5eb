"""The shelf of places where people talk: a package each; those that settings may name offer a settings.py."""
