"""A promised room that stayed closed (UN04): a proposal to the grid worker, who looks into it."""

import json
from dataclasses import asdict
from datetime import datetime, time

from domain.code import NewCode
from domain.findings import states
from domain.findings.counting import LOOK_BACK_MONTHS, Record, caps_leave, list_points
from domain.findings.timing import milliseconds
from domain.matters.matter import Holder, Matter, MattersOf, OpenMatter, Step, concerns_of
from domain.members import Subject
from domain.period import SHANGHAI, civil, months_before
from domain.query import Book
from domain.request import Request
from domain.rules.negative import NegativeItem
from domain.standing import EntriesOf
from handlers.cards import cards, hands
from handlers.parties import subject_named
from handlers.partners import wording

_ITEM = "UN04"


async def no_show(request: Request, book: Book, booking: Matter) -> tuple[object, ...]:
    """The proposal and its cards; nothing where the provider is no subject that the item is for."""
    unit = await subject_named(book, str(booking.facts["provider"]), person=False)
    item = request.rules.negative_item(_ITEM)
    if unit is None or item is None or unit.kind not in item.subjects:
        return ()
    code, concerns = NewCode("L"), concerns_of(unit)
    line = wording.no_show_line(unit.name, item.title)
    note = f"{booking.line}：{wording.NO_SHOW_NOTE}"
    opened = OpenMatter(
        code=code,
        sort=states.SORT,
        state=states.PROPOSED,
        line=line,
        step=Step("registered", note=note),
        subject=unit.id,
        grid=unit.grid,
        holder=Holder("grid_worker"),
        concerns=concerns,
        facts=await _facts(request, book, unit, item) | {"note": note},
    )
    people = await hands(book, "grid_worker", unit.grid, concerns)
    return (opened, *cards(people, wording.no_show_card(code, line, booking.line)))


async def _facts(request: Request, book: Book, unit: Subject, item: NegativeItem) -> dict[str, object]:
    since = months_before(civil(request.now), LOOK_BACK_MONTHS)
    at = milliseconds(datetime.combine(since, time(), SHANGHAI))
    findings = await book.answer(MattersOf(unit.id, states.SORT, at))
    record = Record(findings, await book.answer(EntriesOf(unit.id, since.isoformat())))
    today, policy = civil(request.now), request.rules.negative.policy
    left = caps_leave(item, unit.kind, today, record, policy)
    return {
        "item": item.code,
        "title": item.title,
        "version": request.rules.version,
        "snapshot": json.dumps(asdict(item), ensure_ascii=False),
        "points": min(list_points(item, record.times(item.code), policy), left),
        "on": today.isoformat(),
        "person": 0,
        "role": "system",
    }
