"""What the staff desk asks of the book, and what is done there."""

from dataclasses import dataclass
from typing import Literal

from domain.members import AccountRef
from domain.query import Query

Who = Literal["administrator", "staff"]
IDLE_MS = 30 * 86_400_000


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """A chat account and the subject it is bound to; the subject's fields are empty where it is bound to none."""

    account: AccountRef
    subject: int
    name: str
    grid: str
    address: str


@dataclass(frozen=True, slots=True)
class AccountsNamed(Query[tuple[KnownAccount, ...]]):
    """Accounts bound to subjects whose name holds these words, at most fifty."""

    words: str


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody with a duty, the accounts tied to it, and when the administrator last said that it still holds."""

    id: int
    name: str
    role: str
    grid: str
    unit: str
    confirmed_at: int | None
    accounts: tuple[KnownAccount, ...]
    recused: tuple[str, ...] = ()
    """The households and units whose matters are kept away from this person, besides the own ones."""
    acted_at: int | None = None
    """When this person last did something that the book keeps."""

    def is_idle(self, now: int) -> bool:
        """True where accounts act for somebody of whom nothing was heard for 30 days (product.md section 4)."""
        return bool(self.accounts) and max(self.confirmed_at or 0, self.acted_at or 0) < now - IDLE_MS


@dataclass(frozen=True, slots=True)
class StaffRoll(Query[tuple[StaffMember, ...]]):
    """All staff of the register, by number."""


@dataclass(frozen=True, slots=True)
class TakeDuty:
    """An account acts as a staff member no longer."""

    account: AccountRef
    person: int


@dataclass(frozen=True, slots=True)
class Recuse:
    """From now on a staff member has nothing to do with the matters of these households and units, and no others."""

    person: int
    concerns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConfirmDuty:
    """The administrator says that a staff member's role and accounts still hold."""

    person: int


@dataclass(frozen=True, slots=True)
class BoundRoom:
    """A platform room and what it is bound as."""

    channel: str
    room: str
    kind: Literal["grid", "staff"]
    grid: str


@dataclass(frozen=True, slots=True)
class BoundRooms(Query[tuple[BoundRoom, ...]]):
    """All bound rooms, the staff's first."""


@dataclass(frozen=True, slots=True)
class UnbindRoom:
    """A platform room is no group of the community any longer."""

    channel: str
    room: str


@dataclass(frozen=True, slots=True)
class DeskAction:
    """One thing that was done at the desk: who, which fixed word, when in epoch ms; never its content."""

    who: Who
    what: str
    at: int


@dataclass(frozen=True, slots=True)
class NoteAction:
    """Write down that something was done at the desk."""

    who: Who
    what: str


@dataclass(frozen=True, slots=True)
class RecentActions(Query[tuple[DeskAction, ...]]):
    """What was done at the desk, newest first."""

    limit: int = 12


@dataclass(frozen=True, slots=True)
class LastDone(Query["int | None"]):
    """The due time, in epoch ms, of the last period of a job that was really run."""

    job: str
