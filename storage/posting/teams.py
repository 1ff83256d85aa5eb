"""Teams: the register's names become subjects where exactly one fits; joining and leaving."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select, update

from domain.teams.team import EnrolMembers, JoinTeam, KeepSkills, LeaveTeam, RegisterVolunteer
from storage.posting.scope import Batch, Poster
from storage.tables.members import subject
from storage.tables.teams import team_member, volunteer
from storage.upserting import upsert

_RESIDENTS = select(subject.c.id, subject.c.name, subject.c.phone_mark).where(
    subject.c.community == bindparam("community"), subject.c.kind == "resident", subject.c.state == ""
)
_ITS_TEAM = (team_member.c.community == bindparam("its_community")) & (team_member.c.team == bindparam("its_team"))
_UNKNOWN = delete(team_member).where(_ITS_TEAM, team_member.c.subject == 0)
_NO_CAPTAIN = update(team_member).where(_ITS_TEAM).values(captain=0)
_KEYS = ("community", "team", "who")
_LEAVE = (
    update(team_member)
    .where(_ITS_TEAM, team_member.c.subject == bindparam("its_subject"))
    .values(state="left", captain=0)
)
_SKILLS = (
    update(volunteer)
    .where(volunteer.c.community == bindparam("its_community"), volunteer.c.subject == bindparam("its_subject"))
    .values(skills=bindparam("its_skills"), times=bindparam("its_times"))
)


class _Known:
    """The residents by name."""

    def __init__(self, batch: Batch) -> None:
        self._by_name: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for row in batch.read(_RESIDENTS):
            self._by_name[row.name].append((row.id, row.phone_mark))

    def subject(self, name: str, mark: str = "") -> int:
        """The one resident of this name, or of this name and phone; 0 where that is nobody or several."""
        found = self._by_name.get(name, [])
        marked = [number for number, own in found if mark and own == mark]
        numbers = marked or [number for number, _ in found]
        return numbers[0] if len(numbers) == 1 else 0


def enrol_members(batch: Batch, effects: Sequence[tuple[int, EnrolMembers]]) -> None:
    """Bring teams up to date; nobody who left is brought back, twice is once."""
    known = _Known(batch)
    teams = [{"its_community": batch.community, "its_team": new.team} for _, new in effects]
    batch.connection.execute(_UNKNOWN, teams)
    batch.connection.execute(_NO_CAPTAIN, teams)
    members, captains = [], []
    for unit, new in effects:
        captain = known.subject(new.captain, new.captain_mark)
        for name in dict.fromkeys(new.names):
            number = captain if name == new.captain else known.subject(name)
            who = str(number) if number else f"?{name}"
            members.append({"team": new.team, "who": who, "subject": number, "since": batch.units[unit].at})
        if captain:
            row = {"team": new.team, "who": str(captain), "subject": captain, "since": batch.units[unit].at}
            captains.append(row | {"captain": 1, "state": ""})
    dialect = batch.dialect
    batch.write(upsert(dialect, team_member, _KEYS, {}), members)
    batch.write(upsert(dialect, team_member, _KEYS, {"captain": "excluded", "state": "excluded"}), captains)


def join_teams(batch: Batch, effects: Sequence[tuple[int, JoinTeam]]) -> None:
    """Who joins is in, also after having left."""
    rows = [
        {
            "team": one.team,
            "who": str(one.subject),
            "subject": one.subject,
            "since": batch.units[unit].at,
            "state": "",
        }
        for unit, one in effects
    ]
    dialect = batch.dialect
    batch.write(upsert(dialect, team_member, _KEYS, {"state": "excluded", "since": "excluded"}), rows)


def leave_teams(batch: Batch, effects: Sequence[tuple[int, LeaveTeam]]) -> None:
    """Who leaves is remembered as having left, so that an import does not bring them back."""
    rows = [{"its_community": batch.community, "its_team": one.team, "its_subject": one.subject} for _, one in effects]
    batch.connection.execute(_LEAVE, rows)


def register_volunteers(batch: Batch, effects: Sequence[tuple[int, RegisterVolunteer]]) -> None:
    """Give volunteers their numbers."""
    rows = [
        {"subject": one.subject, "number": batch.code(unit, one.code), "at": batch.units[unit].at}
        for unit, one in effects
    ]
    batch.write(upsert(batch.dialect, volunteer, ("community", "subject"), {}), rows)


def keep_skills(batch: Batch, effects: Sequence[tuple[int, KeepSkills]]) -> None:
    """Replace what volunteers said they can do, and when."""
    rows = [
        {
            "its_community": batch.community,
            "its_subject": one.subject,
            "its_skills": "、".join(one.skills),
            "its_times": "、".join(one.times),
        }
        for _, one in effects
    ]
    batch.connection.execute(_SKILLS, rows)


POSTERS: dict[type, Poster] = {
    EnrolMembers: enrol_members,
    JoinTeam: join_teams,
    LeaveTeam: leave_teams,
    RegisterVolunteer: register_volunteers,
    KeepSkills: keep_skills,
}
