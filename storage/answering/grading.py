"""The grades that were told, and the credit entries they come from, many subjects at a time."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import bindparam, func, select

from domain.grading import CreditOf, GradeKept, GradeOf, GradesKept, LastSubject
from domain.ledger import Entry
from storage.ledger import as_entry
from storage.reading import Reader
from storage.reading_here import Row
from storage.tables.grading import grade_kept
from storage.tables.ledger import entry

_COLUMNS = (
    grade_kept.c.subject, grade_kept.c.grade, grade_kept.c.score, grade_kept.c.warned, grade_kept.c.refused
)  # fmt: skip
_MINE = grade_kept.c.community == bindparam("community")
_ONE = select(*_COLUMNS).where(_MINE, grade_kept.c.subject == bindparam("subject"))
_SOME = select(*_COLUMNS).where(_MINE, grade_kept.c.subject.between(bindparam("first"), bindparam("last")))
_LAST = select(func.max(entry.c.subject)).where(entry.c.community == bindparam("community"))
_CREDIT = (
    select(*(entry.c[name] for name in Entry._fields))
    .where(
        entry.c.community == bindparam("community"),
        entry.c.subject.between(bindparam("first"), bindparam("last")),
        entry.c.account == "credit",
        entry.c.occurred_on >= bindparam("since"),
    )
    .order_by(entry.c.subject, entry.c.seq)
)


def _kept(row: Row) -> GradeKept:
    return GradeKept(row[0], row[1], row[2], bool(row[3]), row[4])


async def grade_of(reader: Reader, query: GradeOf) -> GradeKept | None:
    """One subject's."""
    row = await reader.first(_ONE, subject=query.subject)
    return _kept(row) if row else None


async def grades_kept(reader: Reader, query: GradesKept) -> Mapping[int, GradeKept]:
    """Those of a range of numbers."""
    return {row[0]: _kept(row) for row in await reader.all(_SOME, first=query.first, last=query.last)}


async def credit_of(reader: Reader, query: CreditOf) -> Mapping[int, tuple[Entry, ...]]:
    """The credit entries of a range of numbers."""
    found: dict[int, list[Entry]] = defaultdict(list)
    for row in await reader.all(_CREDIT, first=query.first, last=query.last, since=query.since):
        made = as_entry(row)
        found[made.subject].append(made)
    return {subject: tuple(entries) for subject, entries in found.items()}


async def last_subject(reader: Reader, _query: LastSubject) -> int:
    """The highest number."""
    row = await reader.first(_LAST)
    return int(row[0]) if row and row[0] is not None else 0


ANSWERS = {GradeOf: grade_of, GradesKept: grades_kept, CreditOf: credit_of, LastSubject: last_subject}
