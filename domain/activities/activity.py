"""An activity, who signed up for it and who was there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from domain.activities.times import Stretch
from domain.code import NewCode
from domain.decision import Target, Watch
from domain.period import SHANGHAI
from domain.query import Query

Kind = Literal["activity", "lecture", "live"]
How = Literal["code", "hand"]


def activity_key(number: int) -> str:
    """The key of the book that moves with an activity, its seats and its attendances."""
    return f"activity:{number}"


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who organises: a staff member by ``person``, or a captain or other resident by ``subject``."""

    person: int = 0
    subject: int = 0
    role: str = ""

    @property
    def target(self) -> Target:
        """Where the organiser is told things."""
        return Target("staff", str(self.person)) if self.person else Target("subject", str(self.subject))


@dataclass(frozen=True, slots=True)
class Plan:
    """What is announced; times in epoch ms, ``seats`` 0 for as many as come."""

    kind: Kind
    title: str
    item: str
    """The code of the item that it earns."""
    grid: str
    starts_at: int
    ends_at: int
    place: str
    seats: int = 0
    lecturer: str = ""
    team: str = ""
    station: str = ""

    @property
    def stretch(self) -> Stretch:
        """When it is."""
        return Stretch(moment(self.starts_at), moment(self.ends_at))


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity as it stands; ``done`` names what the calendar has done about it."""

    number: int
    plan: Plan
    organiser: Organiser
    in_code: str
    out_code: str
    state: Literal["open", "credited", "cancelled"]
    done: tuple[str, ...] = ()
    version: int = 0

    @property
    def watch(self) -> Watch:
        """Holds a decision to the activity as it was read."""
        return Watch(activity_key(self.number), self.version)


@dataclass(frozen=True, slots=True)
class SignUp:
    """Somebody's place: ``in`` has a seat, ``waiting`` moves up by itself, ``left`` gave it back."""

    subject: int
    name: str
    household: str
    state: Literal["in", "waiting", "left"]


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody was there; times in epoch ms, 0 where not known, ``minutes`` within the planned time."""

    activity: int
    subject: int
    in_at: int
    out_at: int = 0
    how: How = "code"
    minutes: int = 0
    state: Literal["here", "done", "credited"] = "here"
    witness: int = 0
    """The subject who saw it where the second code was forgotten."""


@dataclass(frozen=True, slots=True)
class OpenActivity:
    """A new activity; its code is a plain number and may stand as a token in texts."""

    code: NewCode
    plan: Plan
    organiser: Organiser
    in_code: str
    out_code: str
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveActivity:
    """An activity goes on; posted together with its watch."""

    number: int
    state: Literal["open", "credited", "cancelled"]
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakePlace:
    """A place is taken, given back or moved up to; a new or renewed one goes to the end of the line."""

    activity: int
    subject: int
    state: Literal["in", "waiting", "left"]
    keeps_turn: bool = False


@dataclass(frozen=True, slots=True)
class KeepAttendance:
    """What is known now of somebody's attendance."""

    attendance: Attendance


@dataclass(frozen=True, slots=True)
class ActivityAt(Query["Activity | None"]):
    """One activity."""

    number: int


@dataclass(frozen=True, slots=True)
class ActivitiesBetween(Query[tuple[Activity, ...]]):
    """Activities that end after one moment and start before another, cancelled ones too, by start."""

    since: int
    until: int = 2**62
    grid: str = ""


@dataclass(frozen=True, slots=True)
class SignUpsOf(Query[tuple[SignUp, ...]]):
    """Everybody who ever signed up, in the order of the line."""

    activity: int


@dataclass(frozen=True, slots=True)
class PlacesOf(Query[tuple[tuple[Activity, str], ...]]):
    """The activities that a subject has a seat or waits for and that end after a moment."""

    subject: int
    since: int


@dataclass(frozen=True, slots=True)
class AttendancesOf(Query[tuple[Attendance, ...]]):
    """Who was at an activity."""

    activity: int


@dataclass(frozen=True, slots=True)
class AttendedBy(Query[tuple[tuple[Attendance, Activity], ...]]):
    """What a subject attended that started from one moment up to another, oldest first."""

    subject: int
    since: int
    until: int = 2**62


@dataclass(frozen=True, slots=True)
class TeamMinutes(Query[tuple[tuple[str, int, int], ...]]):
    """Team, people and minutes of the credited attendances at activities that started within a time, by team."""

    since: int
    until: int


@dataclass(frozen=True, slots=True)
class StationOf(Query[str]):
    """The civilisation station that serves a grid; empty where the register names none."""

    grid: str


def moment(at: int) -> datetime:
    """Epoch ms as a moment in Shanghai."""
    return datetime.fromtimestamp(at / 1000, SHANGHAI)


def milliseconds(at: datetime) -> int:
    """A moment as the book keeps it."""
    return int(at.timestamp() * 1000)
