"""Facts from visits, inspections and lists: the same field, source and day is one row."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam, delete, select

from domain.facts import DropFacts, EnrolFact, Fact, KeepFacts
from storage.posting.scope import Batch, Poster
from storage.tables.facts import known_fact
from storage.tables.members import subject
from storage.upserting import How, upsert

_KEYS = ("community", "subject", "field", "source", "day")
_CHANGED: dict[str, How] = {"value": "excluded", "basis": "excluded"}
_NUMBERS = select(subject.c.kind, subject.c.name, subject.c.grid, subject.c.address, subject.c.id).where(
    subject.c.community == bindparam("community"), subject.c.state == ""
)
_DROP = delete(known_fact).where(
    known_fact.c.community == bindparam("its_community"),
    known_fact.c.subject == bindparam("its_subject"),
    known_fact.c.field == bindparam("its_field"),
)


def _write(batch: Batch, facts: Sequence[tuple[int, Fact]]) -> None:
    rows: list[dict[str, Any]] = [{"subject": number, **asdict(fact)} for number, fact in facts]
    batch.write(upsert(batch.dialect, known_fact, _KEYS, _CHANGED), rows)


def keep_facts(batch: Batch, effects: Sequence[tuple[int, KeepFacts]]) -> None:
    """Write what a visit found."""
    _write(batch, [(one.subject, fact) for _, one in effects for fact in one.facts])


def enrol_facts(batch: Batch, effects: Sequence[tuple[int, EnrolFact]]) -> None:
    """Write what an import brings, beside the subjects it means."""
    numbers = {tuple(row[:4]): row.id for row in batch.read(_NUMBERS)}
    found = [(numbers[one.kind, one.name, one.grid, one.address], one.fact) for _, one in effects]
    _write(batch, found)


def drop_facts(batch: Batch, effects: Sequence[tuple[int, DropFacts]]) -> None:
    """Take fields away."""
    rows = [
        {"its_community": batch.community, "its_subject": one.subject, "its_field": one.field} for _, one in effects
    ]
    batch.connection.execute(_DROP, rows)


POSTERS: dict[type, Poster] = {KeepFacts: keep_facts, EnrolFact: enrol_facts, DropFacts: drop_facts}
