"""Which open requests may stand in Friday's post."""

from collections.abc import Iterable

from domain.matters.matter import Matter

OPEN_SORTS = ("help", "service")
"""The sorts of matters that wait for somebody to claim them."""


def public_lines(matters: Iterable[Matter], grid: str) -> tuple[str, ...]:
    """The requests of a grid that nobody claimed yet; only what its opener wrote for the group into ``public``."""
    return tuple(
        f"{one.code} {one.facts['public']}"
        for one in matters
        if one.state == "open" and one.grid in {"", grid} and one.facts.get("public") and not one.facts.get("private")
    )
