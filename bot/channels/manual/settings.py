"""What the settings may say about groups that people paste into."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The table of a channel of type ``manual``: it needs nothing; its groups are bound by their names."""
