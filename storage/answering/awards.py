"""What the book knows of a year, gathered from what other answers know already."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, bindparam, literal, select

from domain.activities.activity import AttendedBy
from domain.awards.record import FamiliesAt, RecordOf, Year
from domain.matters.matter import MattersSince, OpenMatters
from domain.members import Subject, SubjectAt
from domain.period import SHANGHAI
from domain.pledges import SORT as PLEDGE
from domain.services.service import DONE, PROJECT
from domain.standing import EntriesOf
from storage.answering.activities import attended_by
from storage.answering.matters import matters_since, open_matters
from storage.answering.members import _SUBJECT, as_subject, subject_at
from storage.answering.points import entries_of
from storage.reading import Reader
from storage.tables.members import subject
from storage.tables.teams import volunteer

_THANKS = "thanks"
_ADULTS = select(*_SUBJECT).where(
    subject.c.community == bindparam("community"),
    subject.c.kind == literal("resident"),
    subject.c.state == "",
    subject.c.minor == 0,
)
_FAMILY = _ADULTS.where(subject.c.household == bindparam("household"), subject.c.grid == bindparam("grid")).order_by(
    subject.c.id
)
_NAMED = _ADULTS.where(
    subject.c.address.startswith(bindparam("building", type_=String), autoescape=False),
    subject.c.name.startswith(bindparam("surname", type_=String), autoescape=False),
    (bindparam("grid", type_=String) == "") | (subject.c.grid == bindparam("grid")),
).order_by(subject.c.id)
_REGISTERED = select(volunteer.c.at).where(
    volunteer.c.community == bindparam("community"), volunteer.c.subject == bindparam("subject")
)


def _ms(year: int) -> int:
    return int(datetime(year, 1, 1, tzinfo=SHANGHAI).timestamp() * 1000)


async def record_of(reader: Reader, query: RecordOf) -> tuple[Year, ...]:
    """The year of everybody whom a nomination is about."""
    found = await subject_at(reader, SubjectAt(query.subject))
    if found is None:
        return ()
    people: Sequence[Subject] = (found,)
    if query.household and found.household:
        rows = await reader.all(_FAMILY, household=found.household, grid=found.grid)
        people = tuple(as_subject(row) for row in rows)
    thanks = await matters_since(reader, MattersSince(_THANKS, _ms(query.year), _ms(query.year + 1)))
    projects = await matters_since(reader, MattersSince(PROJECT, _ms(query.year - 1), _ms(query.year + 1)))
    done = [one for one in projects if one.state == DONE and (one.closed_at or 0) >= _ms(query.year)]
    return tuple(
        [
            await _year(
                reader,
                one,
                query.year,
                (
                    len({given.subject for given in thanks if given.facts.get("to") == one.id}),
                    sum(1 for project in done if project.facts.get("earner") == one.id),
                ),
            )
            for one in people
        ]
    )


async def _year(reader: Reader, whose: Subject, year: int, counts: tuple[int, int]) -> Year:
    entries = await entries_of(reader, EntriesOf(whose.id, f"{year - 1}-01-01", limit=5000))
    attended = await attended_by(reader, AttendedBy(whose.id, _ms(year), _ms(year + 1)))
    signed = await open_matters(reader, OpenMatters(sort=PLEDGE, subject=whose.id))
    registered = await reader.first(_REGISTERED, subject=whose.id)
    thanked, projects = counts
    return Year(
        subject=whose,
        entries=entries,
        served=tuple(
            (f"{datetime.fromtimestamp(activity.plan.starts_at / 1000, SHANGHAI):%Y-%m-%d}", one.minutes)
            for one, activity in attended
            if one.state == "credited" and activity.state != "cancelled"
        ),
        pledged_at=tuple(one.opened_at for one in signed),
        volunteer_at=int(registered[0]) if registered else 0,
        thanked_by=thanked,
        projects_done=projects,
    )


async def families_at(reader: Reader, query: FamiliesAt) -> tuple[Subject, ...]:
    """Who of a building has a surname."""
    rows = await reader.all(_NAMED, building=query.building, surname=query.surname, grid=query.grid)
    return tuple(as_subject(row) for row in rows)


ANSWERS = {RecordOf: record_of, FamiliesAt: families_at}
