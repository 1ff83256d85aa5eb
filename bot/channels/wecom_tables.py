"""Reads the tables that the platform sends, which may be anything."""

from typing import Any


def part(data: object, name: str) -> dict[str, Any]:
    """A table in a table, empty where there is none."""
    found = data.get(name) if isinstance(data, dict) else None
    return found if isinstance(found, dict) else {}


def word(data: object, name: str) -> str:
    """A text in a table, empty where there is none."""
    found = data.get(name) if isinstance(data, dict) else None
    return found if isinstance(found, str) else ""


def rows(data: object, name: str) -> list[dict[str, Any]]:
    """The tables of a list in a table; what is none is left out."""
    found = data.get(name) if isinstance(data, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
