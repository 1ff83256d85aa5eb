"""待确认的发送: what nobody knows of, what could not be sent, and what no door leads to."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk import page_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.decision import Target
from domain.enrolment import GridsOf
from domain.outbox import Dead, InDoubt, Owed, Settle, again, seen

_SHOWN = 200
_MOST_STRANDED = 100


async def _show(visit: Visit) -> Mapping[str, Any]:
    return {
        "grids": {grid.code: grid.name for grid in await visit.app.store.answer(GridsOf())},
        "in_doubt": [_line(owed) for owed in await visit.app.store.answer(InDoubt())],
        "dead": [_line(owed) for owed in await visit.app.store.answer(Dead())],
        "stranded": [
            {**_line(owed), "todo": _todo(owed.target)} for owed in visit.app.delivery.stranded[:_MOST_STRANDED]
        ],
        "more": max(0, len(visit.app.delivery.stranded) - _MOST_STRANDED),
    }


def _line(owed: Owed) -> Mapping[str, Any]:
    # What was meant for one person is not shown to somebody else.
    words = (owed.text or (owed.card.title if owed.card else "")) if owed.target.is_group else ""
    return {"id": owed.id, "target": owed.target, "created_at": owed.created_at, "words": words[:_SHOWN]}


def _todo(target: Target) -> str:
    """What opens a way to somebody."""
    if target.is_group:
        return page_wording.NO_WAY_TO_GROUP
    return page_wording.NO_WAY_TO_STAFF if target.kind == "staff" else page_wording.NO_WAY_TO_PERSON


async def _owed(visit: Visit, *, in_doubt: bool) -> Owed | None:
    found = await (visit.app.store.answer(InDoubt()) if in_doubt else visit.app.store.answer(Dead()))
    return next((owed for owed in found if owed.id == visit.number("id")), None)


async def _seen(visit: Visit) -> Outcome:
    owed = await _owed(visit, in_doubt=True)
    return Outcome(page_wording.SEEN, (seen(owed, visit.ms),)) if owed else refused(page_wording.GONE)


async def _again(visit: Visit) -> Outcome:
    owed = await _owed(visit, in_doubt=True) or await _owed(visit, in_doubt=False)
    return Outcome(page_wording.AGAIN, (again(owed, visit.ms),)) if owed else refused(page_wording.GONE)


async def _drop(visit: Visit) -> Outcome:
    owed = await _owed(visit, in_doubt=False)
    if owed is None:
        return refused(page_wording.GONE)
    return Outcome(page_wording.DROPPED, (Settle(owed.id, "expired", owed.served, visit.ms),))


page = Page(
    "sends",
    "待确认的发送",
    Part.DAILY,
    50,
    _show,
    {"seen": Act("确认已发出", _seen), "again": Act("重发消息", _again), "drop": Act("放弃消息", _drop)},
)
