"""Reads TOML into frozen dataclasses, with every mistake named by its place."""
