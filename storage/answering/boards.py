"""What a board is drawn from: deductions, scores and consents up to one entry of the ledger."""

import json
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, exists, func, null, select

from domain.boards.material import BoardMaterial, Deduction, Material
from domain.boards.quarter import Quarter
from domain.boards.states import ASSESSMENT
from domain.consents import Level
from domain.findings.appeals import SORT as APPEAL
from domain.findings.photos import FitPhotos
from domain.findings.timing import milliseconds
from domain.ledger import GENESIS
from domain.masking import building_of
from domain.members import Subject
from domain.period import SHANGHAI, months_before
from domain.rating import window_start
from storage.answering.members import as_subject
from storage.answering.photos import fit_photos
from storage.reading import Reader
from storage.tables.consents import consent
from storage.tables.ledger import entry
from storage.tables.matters import matter
from storage.tables.members import grid, subject

_YEARS_BACK = 12
_undone, _back = entry.alias("undone"), entry.alias("back")
_HEAD = (
    select(entry.c.seq, entry.c.hash)
    .where(entry.c.community == bindparam("community"), entry.c.seq <= bindparam("upto"))
    .order_by(entry.c.seq.desc())
    .limit(1)
)
_REVERSED = exists().where(
    _undone.c.community == entry.c.community,
    _undone.c.reverses == entry.c.seq,
    _undone.c.seq <= bindparam("upto"),
)
_taken_back = entry.alias("taken_back")
_REPAIRED = exists().where(
    _back.c.community == entry.c.community,
    _back.c.code == entry.c.code,
    _back.c.subject == entry.c.subject,
    _back.c.contra == "deduct",
    _back.c.amount > 0,
    _back.c.reverses == null(),
    _back.c.source.like("repair:%"),
    _back.c.seq <= bindparam("upto"),
    ~exists().where(
        _taken_back.c.community == _back.c.community,
        _taken_back.c.reverses == _back.c.seq,
        _taken_back.c.seq <= bindparam("upto"),
    ),
)
_SUBJECT = (
    subject.c.id,
    subject.c.kind,
    subject.c.name,
    subject.c.grid,
    subject.c.address,
    subject.c.household,
    subject.c.minor,
)
_DEDUCTIONS = (
    select(
        entry.c.code,
        entry.c.subject,
        entry.c.item,
        entry.c.grid,
        entry.c.occurred_on,
        _REPAIRED.label("repaired"),
        subject.c.contact,
        subject.c.state,
        *_SUBJECT,
    )
    .outerjoin(subject, and_(subject.c.community == entry.c.community, subject.c.id == entry.c.subject))
    .where(
        entry.c.community == bindparam("community"),
        entry.c.contra == "deduct",
        entry.c.account == "credit",
        entry.c.amount < 0,
        entry.c.reverses == null(),
        entry.c.seq <= bindparam("upto"),
        entry.c.occurred_on >= bindparam("since"),
        entry.c.occurred_on < bindparam("until"),
        ~_REVERSED,
    )
    .order_by(entry.c.seq)
)
_SCORES = (
    select(*_SUBJECT, func.sum(entry.c.amount))
    .join(entry, and_(entry.c.community == subject.c.community, entry.c.subject == subject.c.id))
    .where(
        subject.c.community == bindparam("community"),
        subject.c.state == "",
        subject.c.minor == 0,
        entry.c.account == "credit",
        entry.c.seq <= bindparam("upto"),
        entry.c.occurred_on >= bindparam("since"),
        entry.c.occurred_on < bindparam("until"),
    )
    .group_by(*_SUBJECT)
    .having(func.sum(entry.c.amount) >= bindparam("least"))
    .order_by(subject.c.id)
)
_CONSENTS = (
    select(consent.c.subject, consent.c.level)
    .where(consent.c.community == bindparam("community"), consent.c.purpose == "publicity")
    .order_by(consent.c.change)
)
_HOMES = select(subject.c.grid, subject.c.address, subject.c.household).where(
    subject.c.community == bindparam("community"), subject.c.kind == "resident", subject.c.state == ""
)
_GRIDS = select(grid.c.code, grid.c.name).where(grid.c.community == bindparam("community")).order_by(grid.c.code)
_CONTESTED = select(matter.c.facts).where(
    matter.c.community == bindparam("community"), matter.c.sort == APPEAL, matter.c.closed_at == null()
)
_ASSESSED = select(matter.c.code).where(matter.c.community == bindparam("community"), matter.c.sort == ASSESSMENT)


async def board_material(reader: Reader, query: BoardMaterial) -> Material:
    """Everything up to the entry asked for."""
    head = await reader.first(_HEAD, upto=query.upto)
    seq, root = (int(head[0]), str(head[1])) if head else (0, GENESIS)
    return Material(
        quarter=query.quarter,
        seq=seq,
        root=root,
        deductions=await _deductions(reader, query.quarter, seq),
        scores=await _scores(reader, query, seq),
        consents=await _consents(reader),
        households=await _households(reader),
        grids={row[0]: row[1] for row in await reader.all(_GRIDS)},
        contested=frozenset(str(json.loads(row[0]).get("about")) for row in await reader.all(_CONTESTED)),
        photos=await fit_photos(reader, FitPhotos(_begun(query.quarter))),
        assessed=await reader.first(_ASSESSED) is not None,
    )


def _begun(quarter: Quarter) -> int:
    """When the quarter began: nothing of it was put right before."""
    return milliseconds(datetime.combine(quarter.days.since, time(), SHANGHAI))


async def _deductions(reader: Reader, quarter: Quarter, seq: int) -> tuple[Deduction, ...]:
    days = quarter.days
    since = months_before(days.since, _YEARS_BACK)
    rows = await reader.all(_DEDUCTIONS, upto=seq, since=since.isoformat(), until=days.until.isoformat())
    return tuple(_deduction(row) for row in rows)


def _deduction(row: Any) -> Deduction:  # noqa: ANN401 - a row of _DEDUCTIONS
    code, number, item, where, occurred_on, repaired, operator, state, *whose = row
    known = as_subject(whose) if whose[0] is not None else Subject(number, "resident", "", where, "")
    return Deduction(
        code=f"L{code}",
        subject=known,
        item=item,
        grid=where,
        occurred_on=occurred_on,
        repaired=bool(repaired),
        operator=operator or "",
        present=state == "",
    )


async def _scores(reader: Reader, query: BoardMaterial, seq: int) -> tuple[tuple[Subject, int], ...]:
    until = query.quarter.days.until
    since = window_start(until - timedelta(days=1))
    rows = await reader.all(_SCORES, upto=seq, since=since.isoformat(), until=until.isoformat(), least=query.least)
    return tuple((as_subject(row), int(row[-1])) for row in rows)


async def _consents(reader: Reader) -> Mapping[int, Level]:
    return {row[0]: row[1] for row in await reader.all(_CONSENTS)}


async def _households(reader: Reader) -> Mapping[tuple[str, str], int]:
    homes: dict[tuple[str, str], set[str]] = {}
    for where, address, household in await reader.all(_HOMES):
        homes.setdefault((where, building_of(address)), set()).add(household or address)
    return {place: len(found) for place, found in homes.items()}


ANSWERS = {BoardMaterial: board_material}
