"""Rows of the ledger by the time of posting, and what supervisors have seen of them."""

import json
from collections import defaultdict

from sqlalchemy import bindparam, select

from domain.findings.appeals import RECHECK
from domain.ledger import GENESIS
from domain.matters.matter import concerns_of
from domain.matters.standing_by import concerned
from domain.members import SubjectAt
from domain.sampling import (
    OBJECTION,
    Row,
    SampleFor,
    Supervision,
    SupervisionRate,
    days_of,
    last_week,
    shuffled,
    size,
    who,
)
from domain.standing import EntriesByCode
from storage.answering.members import subject_at
from storage.answering.points import entries_by_code
from storage.reading import Reader
from storage.tables.ledger import entry
from storage.tables.matters import matter
from storage.tables.sampling import shown_row

_POSTED = (
    select(entry.c.code)
    .where(
        entry.c.community == bindparam("community"),
        entry.c.account == "credit",
        entry.c.posted_at >= bindparam("since"),
        entry.c.posted_at < bindparam("until"),
    )
    .distinct()
    .order_by(entry.c.code)
)
_HEAD = (
    select(entry.c.hash)
    .where(entry.c.community == bindparam("community"), entry.c.posted_at < bindparam("until"))
    .order_by(entry.c.seq.desc())
    .limit(1)
)
_SHOWN = select(shown_row.c.code, shown_row.c.at).where(
    shown_row.c.community == bindparam("community"), shown_row.c.at >= bindparam("since")
)
_OBJECTIONS = select(matter.c.facts, matter.c.opened_at).where(
    matter.c.community == bindparam("community"),
    matter.c.sort == RECHECK,
    matter.c.opened_at >= bindparam("since"),
)


async def sample_for(reader: Reader, query: SampleFor) -> tuple[Row, ...]:
    """The rows that the seed draws."""
    since, until = last_week(query.today)
    codes = [row[0] for row in await reader.all(_POSTED, since=since, until=until)]
    head = await reader.first(_HEAD, until=until)
    seed = query.seed or f"{head[0] if head else GENESIS}:{query.today.isoformat()}:{query.duty.person}"
    rows: list[Row] = []
    for code in shuffled(codes, seed):
        if len(rows) == size(len(codes)):
            break
        row = await _row(reader, query, code)
        rows += [row] if row else []
    return tuple(rows)


async def _row(reader: Reader, query: SampleFor, code: int) -> Row | None:
    entries = [one for one in await entries_by_code(reader, EntriesByCode(code)) if one.account == "credit"]
    if not entries or query.duty.person in {one.person for one in entries}:
        return None
    subject = await subject_at(reader, SubjectAt(entries[0].subject))
    own = {one.id for one in query.sender.subjects}
    if subject and (subject.id in own or concerned(query.sender, query.duty, concerns_of(subject))):
        return None
    return Row(entries[-1], who(subject))


async def supervision_rate(reader: Reader, query: SupervisionRate) -> Supervision:
    """What became of a month's rows; times count up to the moment that is asked about."""
    since, until = days_of(query.month)
    codes = {row[0] for row in await reader.all(_POSTED, since=since, until=until)}
    shown: dict[int, int] = {}
    for code, at in await reader.all(_SHOWN, since=since):
        if code in codes and at <= query.now:
            shown[code] = min(at, shown.get(code, at))
    objections: defaultdict[str, list[int]] = defaultdict(list)
    for facts, at in await reader.all(_OBJECTIONS, since=since):
        if at <= query.now:
            objections[str(json.loads(facts).get("about"))].append(at)
    days = int(OBJECTION.total_seconds() * 1000)
    seen = [
        code
        for code, at in shown.items()
        if at + days <= query.now and not any(when < at + days for when in objections.get(f"L{code}", ()))
    ]
    objected = sum(1 for code in shown if f"L{code}" in objections)
    return Supervision(len(codes), len(shown), len(seen), objected)


ANSWERS = {SampleFor: sample_for, SupervisionRate: supervision_rate}
