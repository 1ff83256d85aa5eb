"""Everything that is kept on a subject, over all tables that name one."""

import json
from collections import defaultdict
from typing import Any

from sqlalchemy import BigInteger, Table, bindparam, func, select

from domain.facts import FactsOf
from domain.keeping import ConsentChange, GuardianOf, Kept, KeptOn
from domain.ledger import Entry
from domain.matters.matter import Holder, Matter, Step
from storage.answering.facts import facts_of
from storage.ledger import as_entry
from storage.reading import Reader
from storage.tables import metadata
from storage.tables.consents import consent
from storage.tables.ledger import entry, entry_note
from storage.tables.matters import matter, matter_step
from storage.tables.members import binding, subject

_ID = "its_id"
_REGISTER = ("kind", "name", "grid", "address", "household", "contact", "guardian", "station", "minor")
_TOLD_APART = frozenset({"entry", "consent", "matter", "binding", "balance", "known_fact"})
"""Tables that are told in words of their own; a balance is the sum of the entries."""


def _of_subject(table: Table) -> Any:  # noqa: ANN401 - a condition
    return (table.c.community == bindparam("community")) & (table.c.subject == bindparam(_ID))


_FACTS = select(
    *(subject.c[name] for name in _REGISTER), func.length(subject.c.phone_mark), func.length(subject.c.tail_mark)
).where(subject.c.community == bindparam("community"), subject.c.id == bindparam(_ID))
_ACCOUNTS = select(binding.c.channel, binding.c.account).where(_of_subject(binding))
_ENTRIES = (
    select(*(entry.c[name] for name in Entry._fields), func.coalesce(entry_note.c.note, ""))
    .outerjoin(entry_note, (entry_note.c.community == entry.c.community) & (entry_note.c.seq == entry.c.seq))
    .where(_of_subject(entry))
    .order_by(entry.c.seq)
)
_CONSENTS = select(consent.c.purpose, consent.c.level, consent.c.at).where(_of_subject(consent)).order_by(consent.c.at)
_MATTERS = (
    select(matter.c.code, matter.c.sort, matter.c.state, matter.c.line, matter.c.opened_at, matter.c.closed_at)
    .add_columns(matter.c.grid, matter.c.facts)
    .where(_of_subject(matter))
    .order_by(matter.c.opened_at, matter.c.code)
)
_STEPS = (
    select(matter_step.c.code, matter_step.c.act, matter_step.c.role, matter_step.c.note, matter_step.c.at)
    .join(matter, (matter.c.community == matter_step.c.community) & (matter.c.code == matter_step.c.code))
    .where(_of_subject(matter))
    .order_by(matter_step.c.step)
)
_REST = {
    table.name: (
        tuple(column.name for column in table.columns if column.name not in {"community", "subject"}),
        select(*(column for column in table.columns if column.name not in {"community", "subject"})).where(
            _of_subject(table)
        ),
    )
    for table in metadata.sorted_tables
    if "subject" in table.c and isinstance(table.c.subject.type, BigInteger) and table.name not in _TOLD_APART
}
"""Whatever else names a subject, so that a new capability's tables are told without a word here."""
_GUARDIAN = select(subject.c.guardian).where(
    subject.c.community == bindparam("community"), subject.c.id == bindparam(_ID)
)


async def kept_on(reader: Reader, query: KeptOn) -> Kept | None:
    """All of it."""
    asked = {_ID: query.subject}
    facts = await reader.first(_FACTS, **asked)
    if facts is None:
        return None
    *known, phone, tail = facts
    register = {name: str(fact) for name, fact in zip(_REGISTER, known, strict=True) if fact}
    register |= {"phone_mark": "1"} if phone or tail else {}
    rest = {name: await _rows(reader, name, query.subject) for name in _REST}
    return Kept(
        register=register,
        accounts=tuple(f"{row[0]} {row[1]}" for row in await reader.all(_ACCOUNTS, **asked)),
        entries=tuple((as_entry(row[:-1]), row[-1]) for row in await reader.all(_ENTRIES, **asked)),
        consents=tuple(ConsentChange(*row) for row in await reader.all(_CONSENTS, **asked)),
        matters=await _matters(reader, query.subject),
        facts=await facts_of(reader, FactsOf(query.subject)),
        rest={name: rows for name, rows in rest.items() if rows},
    )


async def _rows(reader: Reader, table: str, number: int) -> tuple[dict[str, Any], ...]:
    names, statement = _REST[table]
    rows = await reader.all(statement, **{_ID: number})
    return tuple({name: value for name, value in zip(names, row, strict=True) if value} for row in rows)


async def _matters(reader: Reader, number: int) -> tuple[Matter, ...]:
    steps: dict[str, list[Step]] = defaultdict(list)
    for code, act, role, note, at in await reader.all(_STEPS, **{_ID: number}):
        steps[code].append(Step(act, 0, role, note, at))
    return tuple(
        Matter(
            code=code,
            sort=sort,
            state=state,
            subject=number,
            grid=grid,
            holder=Holder(),
            line=line,
            concerns=(),
            opened_at=opened_at,
            due_at=None,
            closed_at=closed_at,
            facts=json.loads(facts),
            steps=tuple(steps[code]),
        )
        for code, sort, state, line, opened_at, closed_at, grid, facts in await reader.all(_MATTERS, **{_ID: number})
    )


async def guardian_of(reader: Reader, query: GuardianOf) -> str:
    """The guardian's name."""
    row = await reader.first(_GUARDIAN, **{_ID: query.subject})
    return row[0] if row else ""


ANSWERS = {KeptOn: kept_on, GuardianOf: guardian_of}
