"""The community in figures, counted by the database."""

from typing import Any

from sqlalchemy import String, and_, bindparam, case, distinct, exists, func, null, select

from domain.demand import Unmet, UnmetIn
from domain.figures.flows import Flow, FlowsIn, Near, NearIn, Work, WorkIn
from domain.figures.participation import KeptParticipation, Participation, ParticipationIn
from domain.findings.settling import days_of
from domain.publicity.brief import HouseholdsAt
from storage.reading import Reader
from storage.tables.figures import participation, unmet
from storage.tables.ledger import entry
from storage.tables.members import binding, grid, staff, subject

_ESCAPE = "/"
_undone = entry.alias("undone")
_STANDS = and_(
    entry.c.reverses == null(),
    ~exists().where(_undone.c.community == entry.c.community, _undone.c.reverses == entry.c.seq),
)
_IN_TIME = and_(
    entry.c.community == bindparam("community"),
    entry.c.occurred_on >= bindparam("since"),
    entry.c.occurred_on < bindparam("until"),
)
_AWARD = and_(entry.c.account == "credit", entry.c.contra == "issue", entry.c.amount > 0)
_UNMET = (
    select(unmet.c.month, unmet.c.sort, unmet.c.what, unmet.c.why, unmet.c.count)
    .where(unmet.c.community == bindparam("community"), unmet.c.month == bindparam("month"))
    .order_by(unmet.c.count.desc(), unmet.c.sort.desc(), unmet.c.what, unmet.c.why)
)


def _count(condition: Any, what: Any = 1) -> Any:  # noqa: ANN401 - parts of a statement
    return func.coalesce(func.sum(case((condition, what), else_=0)), 0)


_BOUND = exists().where(binding.c.community == subject.c.community, binding.c.subject == subject.c.id)
_SUBJECTS = (
    select(grid.c.code, func.count(subject.c.id), _count(_BOUND))
    .outerjoin(
        subject,
        and_(subject.c.community == grid.c.community, subject.c.grid == grid.c.code, subject.c.state == ""),
    )
    .where(grid.c.community == bindparam("community"))
    .group_by(grid.c.code)
    .order_by(grid.c.code)
)
_DECLARED = entry.c.source.like("deed:%")
_EARNED = (
    select(
        subject.c.grid,
        func.count(distinct(case((_BOUND, subject.c.id)))),
        _count(_DECLARED),
        _count(~_DECLARED),
    )
    .join(subject, and_(subject.c.community == entry.c.community, subject.c.id == entry.c.subject))
    .where(_IN_TIME, _AWARD, _STANDS, subject.c.state == "")
    .group_by(subject.c.grid)
)
_KEPT = (
    select(
        participation.c.month,
        *(participation.c[name] for name in ("grid", "subjects", "active", "earning", "declared", "assigned")),
    )
    .where(participation.c.community == bindparam("community"))
    .order_by(participation.c.month.desc(), participation.c.grid)
)
_FLOWS = (
    select(
        entry.c.account,
        entry.c.contra,
        func.count(),
        _count(entry.c.amount > 0, entry.c.amount),
        _count(entry.c.amount < 0, -entry.c.amount),
    )
    .where(_IN_TIME)
    .group_by(entry.c.account, entry.c.contra)
    .order_by(entry.c.account, entry.c.contra)
)
_MADE = and_(
    entry.c.community == staff.c.community,
    entry.c.person == staff.c.id,
    entry.c.account == "credit",
    entry.c.reverses == null(),
    entry.c.occurred_on >= bindparam("since"),
    entry.c.occurred_on < bindparam("until"),
)
_REVERSED = exists().where(_undone.c.community == entry.c.community, _undone.c.reverses == entry.c.seq)
_WORK = (
    select(
        staff.c.id,
        staff.c.name,
        _count(entry.c.contra == "issue"),
        _count(and_(entry.c.contra == "deduct", entry.c.amount < 0)),
        _count(and_(entry.c.seq != null(), _REVERSED)),
    )
    .outerjoin(entry, _MADE)
    .where(staff.c.community == bindparam("community"), staff.c.role == "grid_worker", staff.c.state == "")
    .group_by(staff.c.id, staff.c.name)
    .order_by(staff.c.id)
)
_HERE = subject.c.address.like(bindparam("pattern", type_=String), escape=_ESCAPE)
_NEAR = (
    select(_count(_HERE), _count(_HERE, entry.c.amount), _count(~_HERE), _count(~_HERE, entry.c.amount))
    .join(subject, and_(subject.c.community == entry.c.community, subject.c.id == entry.c.subject))
    .where(_IN_TIME, _AWARD, _STANDS, entry.c.person == bindparam("person"))
)
_HOUSEHOLD = func.coalesce(func.nullif(subject.c.household, ""), subject.c.address)
_HOUSEHOLDS = select(func.count(distinct(_HOUSEHOLD))).where(
    subject.c.community == bindparam("community"),
    subject.c.kind == "resident",
    subject.c.state == "",
    subject.c.grid == bindparam("grid"),
    _HERE,
)


def _beginning(words: str) -> str:
    for sign in (_ESCAPE, "%", "_"):
        words = words.replace(sign, _ESCAPE + sign)
    return f"{words}%"


def _month(month: str) -> dict[str, str]:
    days = days_of(month)
    return {"since": days.since.isoformat(), "until": days.until.isoformat()}


async def participation_in(reader: Reader, query: ParticipationIn) -> tuple[Participation, ...]:
    """A month by grid."""
    earned = {row[0]: row[1:] for row in await reader.all(_EARNED, **_month(query.month))}
    rows = await reader.all(_SUBJECTS)
    return tuple(Participation(row[0], *map(int, (row[1], row[2], *earned.get(row[0], (0, 0, 0))))) for row in rows)


async def kept_participation(reader: Reader, _query: KeptParticipation) -> tuple[tuple[str, Participation], ...]:
    """All kept months."""
    return tuple((row[0], Participation(*row[1:])) for row in await reader.all(_KEPT))


async def flows_in(reader: Reader, query: FlowsIn) -> tuple[Flow, ...]:
    """A month's movements."""
    rows = await reader.all(_FLOWS, **_month(query.month))
    return tuple(Flow(row[0], row[1], *map(int, row[2:])) for row in rows)


async def work_in(reader: Reader, query: WorkIn) -> tuple[Work, ...]:
    """Every grid worker's month."""
    rows = await reader.all(_WORK, **_month(query.month))
    return tuple(Work(row[0], row[1], *map(int, row[2:])) for row in rows)


async def near_in(reader: Reader, query: NearIn) -> Near:
    """One worker's own building and the rest."""
    row = await reader.first(
        _NEAR, person=query.person, pattern=_beginning(query.building), since=query.since, until=query.until
    )
    return Near(*map(int, row)) if row else Near(0, 0, 0, 0)


async def households_at(reader: Reader, query: HouseholdsAt) -> int:
    """Households of a building."""
    row = await reader.first(_HOUSEHOLDS, grid=query.grid, pattern=_beginning(query.building))
    return int(row[0]) if row else 0


async def unmet_in(reader: Reader, query: UnmetIn) -> tuple[Unmet, ...]:
    """What was wanted in vain."""
    return tuple(Unmet(*row) for row in await reader.all(_UNMET, month=query.month))


ANSWERS = {
    UnmetIn: unmet_in,
    ParticipationIn: participation_in,
    KeptParticipation: kept_participation,
    FlowsIn: flows_in,
    WorkIn: work_in,
    NearIn: near_in,
    HouseholdsAt: households_at,
}
