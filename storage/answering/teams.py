"""Teams and volunteers as handlers ask for them."""

import json
from typing import Any

from sqlalchemy import bindparam, func, literal, select, union_all

from domain.members import Subject
from domain.teams.team import SkilledVolunteers, Team, Teams, Volunteer, VolunteerOf, volunteer_key
from storage.answering.members import as_subject
from storage.reading import Reader
from storage.tables.members import listing, subject
from storage.tables.teams import team_member, volunteer
from storage.tables.work import version

_TEAMS = (
    select(
        listing.c.name,
        listing.c.facts,
        func.coalesce(func.max(team_member.c.captain * team_member.c.subject), 0),
        func.count(team_member.c.who),
    )
    .outerjoin(
        team_member,
        (team_member.c.community == listing.c.community)
        & (team_member.c.team == listing.c.name)
        & (team_member.c.state == ""),
    )
    .where(listing.c.community == bindparam("community"), listing.c.kind == "team")
    .group_by(listing.c.name, listing.c.facts)
)
_VOLUNTEER = union_all(
    select(literal("number"), literal(""), volunteer.c.number).where(
        volunteer.c.community == bindparam("community"), volunteer.c.subject == bindparam("of")
    ),
    *(
        select(literal(column.name), column, literal(0)).where(
            volunteer.c.community == bindparam("community"), volunteer.c.subject == bindparam("of")
        )
        for column in (volunteer.c.skills, volunteer.c.times)
    ),
    select(literal("team"), team_member.c.team, literal(0)).where(
        team_member.c.community == bindparam("community"),
        team_member.c.subject == bindparam("of"),
        team_member.c.state == "",
    ),
    select(literal("version"), literal(""), version.c.version).where(
        version.c.community == bindparam("community"), version.c.key == bindparam("watched")
    ),
)
_SKILLED = (
    select(
        *(subject.c[name] for name in ("id", "kind", "name", "grid", "address", "household", "minor")),
        volunteer.c.skills,
        volunteer.c.times,
    )
    .join(volunteer, (volunteer.c.community == subject.c.community) & (volunteer.c.subject == subject.c.id))
    .where(
        subject.c.community == bindparam("community"),
        subject.c.state == "",
        (volunteer.c.skills != "") | (volunteer.c.times != ""),
    )
    .order_by(subject.c.name, subject.c.id)
)


async def teams(reader: Reader, _query: Teams) -> tuple[Team, ...]:
    """All teams."""
    found = (_team(row) for row in await reader.all(_TEAMS))
    return tuple(sorted(found, key=lambda one: (one.station, one.name)))


def _team(row: Any) -> Team:  # noqa: ANN401 - a row of _TEAMS
    facts = json.loads(row[1])
    return Team(
        name=row[0],
        station=facts.get("station", ""),
        theme=facts.get("theme", ""),
        items=tuple(facts.get("items", ())),
        kind=facts.get("kind", "volunteer"),
        captain=int(row[2]),
        members=int(row[3]),
    )


async def volunteer_of(reader: Reader, query: VolunteerOf) -> Volunteer:
    """A subject's number and teams."""
    rows = await reader.all(_VOLUNTEER, of=query.subject, watched=volunteer_key(query.subject))
    numbers = {row[0]: row[2] for row in rows if row[0] in {"number", "version"}}
    names = tuple(sorted(row[1] for row in rows if row[0] == "team"))
    said = {row[0]: _listed(row[1]) for row in rows if row[0] in {"skills", "times"}}
    return Volunteer(query.subject, numbers.get("number", 0), names, numbers.get("version", 0), **said)


def _listed(joined: str) -> tuple[str, ...]:
    return tuple(joined.split("、")) if joined else ()


async def skilled_volunteers(
    reader: Reader, _query: SkilledVolunteers
) -> tuple[tuple[Subject, tuple[str, ...], tuple[str, ...]], ...]:
    """Everybody who named skills or times."""
    rows = await reader.all(_SKILLED)
    return tuple((as_subject(row), _listed(row[-2]), _listed(row[-1])) for row in rows)


ANSWERS = {Teams: teams, VolunteerOf: volunteer_of, SkilledVolunteers: skilled_volunteers}
