"""How a case is read from its row, for posters and answers alike."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func

from domain.matters.matter import matter_key
from domain.tips.case import Recipient, TipCase
from storage.tables.tips import tip_case
from storage.tables.work import version

CASE_COLUMNS = (
    tip_case.c.code,
    tip_case.c.state,
    tip_case.c.grid,
    tip_case.c.topic,
    tip_case.c.urgent,
    tip_case.c.serious,
    tip_case.c.guarded,
    tip_case.c.opened_on,
    tip_case.c.handed_on,
    tip_case.c.closed_on,
    tip_case.c.readable,
    tip_case.c.relay,
    tip_case.c.joined,
)
MOVED = func.coalesce(version.c.version, 0)
WITH_VERSION = (version.c.community == tip_case.c.community) & (version.c.key == matter_key("") + tip_case.c.code)

MATTER = 64
"""How many signs of a matter's mark are its act and place; what follows tells entrance and room apart."""


def one_matter(one: str, other: str) -> bool:
    """True where two marks may be one matter: same act and place, and no entrance or room that differs."""
    if not one or one[:MATTER] != other[:MATTER]:
        return False
    details = zip(one[MATTER:].split(":"), other[MATTER:].split(":"), strict=False)
    return all(here == there or not (here and there) for here, there in details)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def case_of(row: Sequence[Any], recipients: tuple[Recipient, ...] = (), moved: int = 0) -> TipCase:
    """The case of a row of CASE_COLUMNS."""
    code, state, grid, topic, urgent, serious, guarded, opened, handed, closed, readable, relay, joined = row[:13]
    return TipCase(
        code=code,
        state=state,
        grid=grid,
        topic=topic,
        urgent=bool(urgent),
        serious=bool(serious),
        guarded=bool(guarded),
        opened_on=date.fromisoformat(opened),
        handed_on=_day(handed),
        closed_on=_day(closed),
        recipients=recipients,
        reachable=bool(relay),
        readable=bool(readable),
        joined=joined,
        version=moved,
    )
