"""The open requests and projects as a group may read them: no names, no private topics."""

from collections.abc import Iterable

from domain.matters.matter import Matter
from domain.services.service import HELP, OPEN, PROJECT

MOST = 10


def open_lines(matters: Iterable[Matter], grid: str) -> tuple[str, ...]:
    """One line for each open request and project of a grid, oldest first; at most ten."""
    shown = [one for one in matters if _shown(one, grid)]
    shown.sort(key=lambda one: (one.opened_at, one.number))
    return tuple(f"{one.code} {one.facts['topic']}：认领请发“认领 {one.code}”" for one in shown[:MOST])


def _shown(matter: Matter, grid: str) -> bool:
    public = matter.sort in {HELP, PROJECT} and matter.facts.get("private") is False
    return public and matter.state == OPEN and matter.grid in {grid, ""} and matter.closed_at is None
