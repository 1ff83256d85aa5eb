"""A team of the register: its station and theme, its captain, and how many are in it."""

from dataclasses import dataclass

from domain.code import NewCode
from domain.decision import Watch
from domain.members import Subject
from domain.query import Query

REGISTERED = "party"
"""The kind of a team of party members who registered to serve (报到)."""


TIMES = ("workday", "evening", "weekend", "weekend_evening")
"""The free times that a volunteer may name; nothing finer is kept of anybody's week."""


def volunteer_key(subject: int) -> str:
    """The key of the book that moves with a subject's teams."""
    return f"volunteer:{subject}"


@dataclass(frozen=True, slots=True)
class Team:
    """A team; ``captain`` is a subject's number, 0 where the register's name fits nobody or several people."""

    name: str
    station: str = ""
    theme: str = ""
    items: tuple[str, ...] = ()
    kind: str = "volunteer"
    captain: int = 0
    members: int = 0


@dataclass(frozen=True, slots=True)
class EnrolMembers:
    """The members and the captain of a team as a register names them; whoever left by themselves stays away."""

    team: str
    names: tuple[str, ...]
    captain: str = ""
    captain_mark: str = ""
    """The keyed hash of the captain's phone, which tells people of one name apart."""


@dataclass(frozen=True, slots=True)
class JoinTeam:
    """A subject is in a team from now on."""

    team: str
    subject: int


@dataclass(frozen=True, slots=True)
class LeaveTeam:
    """A subject is in a team no longer."""

    team: str
    subject: int


@dataclass(frozen=True, slots=True)
class RegisterVolunteer:
    """A subject agrees to be registered as a volunteer, under a number of its own."""

    code: NewCode
    subject: int


@dataclass(frozen=True, slots=True)
class Volunteer:
    """What a subject is as a volunteer: number (0 before it agreed), teams, and the version they were read at."""

    subject: int
    number: int
    teams: tuple[str, ...]
    version: int
    skills: tuple[str, ...] = ()
    """What it can help with, as topics of the catalogue."""
    times: tuple[str, ...] = ()
    """When it is free, out of ``TIMES``."""

    @property
    def watch(self) -> Watch:
        """Holds a decision to these teams."""
        return Watch(volunteer_key(self.subject), self.version)


@dataclass(frozen=True, slots=True)
class KeepSkills:
    """What a registered volunteer can do and when it is free; empty ones take it back."""

    subject: int
    skills: tuple[str, ...]
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SkilledVolunteers(Query[tuple[tuple[Subject, tuple[str, ...], tuple[str, ...]], ...]]):
    """Everybody who named skills or free times, with both, by name."""


@dataclass(frozen=True, slots=True)
class Teams(Query[tuple[Team, ...]]):
    """All teams of the register with their counts, by station and name."""


@dataclass(frozen=True, slots=True)
class VolunteerOf(Query[Volunteer]):
    """A subject's teams."""

    subject: int
