"""Who people are to the community: subjects of the register, chat accounts bound to them, duties of staff."""

from dataclasses import dataclass
from typing import Final, Literal

from domain.query import Query
from domain.roles import Role

Kind = Literal["resident", "merchant", "public_unit"]


@dataclass(slots=True, unsafe_hash=True)
class AccountRef:
    """A chat account by the platform's stable id; nicknames decide nothing.

    One is made for every command; the type checker freezes it.
    """

    channel: Final[str]
    id: Final[str]


@dataclass(frozen=True, slots=True)
class Subject:
    """A resident, shop or unit that has points; ``household`` is empty for shops and units."""

    id: int
    kind: Kind
    name: str
    grid: str
    address: str
    household: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """A role that an account acts in; an empty grid means the whole community."""

    person: int
    name: str
    role: Role
    grid: str = ""
    unit: str = ""
    household: str = ""
    in_management_group: bool = False
    recused: tuple[str, ...] = ()

    def serves(self, grid: str) -> bool:
        """True where this duty reaches the grid."""
        return not self.grid or self.grid == grid


@dataclass(frozen=True, slots=True)
class Sender:
    """Everything a command may know about who wrote it; ``version`` counts changes of its bindings."""

    account: AccountRef
    subjects: tuple[Subject, ...] = ()
    active: int = 0
    duties: tuple[Duty, ...] = ()
    version: int = 0

    @property
    def subject(self) -> Subject | None:
        """The subject this account speaks for now."""
        return next((one for one in self.subjects if one.id == self.active), None)

    @property
    def roles(self) -> frozenset[Role]:
        """All roles that permission may rest on."""
        held: set[Role] = {duty.role for duty in self.duties}
        held.add("resident" if self.subjects else "unbound")
        return frozenset(held)

    def is_any_of(self, roles: frozenset[Role]) -> bool:
        """Whether a permission of these roles is the sender's."""
        if ("resident" if self.subjects else "unbound") in roles:
            return True
        return any(duty.role in roles for duty in self.duties)

    def duty(self, grid: str, *roles: Role) -> Duty | None:
        """The duty in one of these roles that reaches the grid, the first that fits."""
        return next((one for one in self.duties if one.role in roles and one.serves(grid)), None)


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid and what its residents call it."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class SenderOf(Query[Sender]):
    """Who an account is; an unknown account is an unbound sender."""

    account: AccountRef


@dataclass(frozen=True, slots=True)
class Room:
    """A platform room that an administrator bound; the staff's own group belongs to no grid."""

    kind: Literal["grid", "staff"]
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class RoomOf(Query["Room | None"]):
    """What a platform room is; None where no administrator bound it."""

    channel: str
    room: str


@dataclass(frozen=True, slots=True)
class FindSubjects(Query[tuple[Subject, ...]]):
    """Subjects that a staff line may mean: by exact name, by canonical address, or both."""

    name: str = ""
    address: str = ""
    grid: str = ""


@dataclass(frozen=True, slots=True)
class SubjectAt(Query["Subject | None"]):
    """The subject of a number, or None where it is no longer in the register."""

    id: int


@dataclass(frozen=True, slots=True)
class TailFits(Query[bool]):
    """Whether a subject's registered phone ends so; an empty mark asks whether any phone is registered."""

    subject: int
    tail_mark: str


@dataclass(frozen=True, slots=True)
class OnDuty(Query[tuple[Duty, ...]]):
    """Everybody of a role who serves a grid and has a chat account, by number; an empty grid is any.

    Among ``recused`` stands also whatever their accounts speak for: home, shop or unit.
    """

    role: Role
    grid: str = ""


@dataclass(frozen=True, slots=True)
class AccountsOnDuty(Query[tuple[AccountRef, ...]]):
    """Every chat account that acts in a role, wherever it serves."""

    role: Role


@dataclass(frozen=True, slots=True)
class Bind:
    """An account speaks for a subject from now on, and does so by default."""

    account: AccountRef
    subject: int


@dataclass(frozen=True, slots=True)
class Unbind:
    """An account speaks for a subject no longer."""

    account: AccountRef
    subject: int


@dataclass(frozen=True, slots=True)
class Switch:
    """An account speaks for another of its subjects."""

    account: AccountRef
    subject: int


@dataclass(frozen=True, slots=True)
class GiveDuty:
    """The administrator ties a staff member of the register to a chat account."""

    account: AccountRef
    person: int


def watch_key(account: AccountRef) -> str:
    """The key of the book that moves with an account's bindings."""
    return f"account:{account.channel}:{account.id}"
