"""A matter: something that waits for somebody, with its state, its facts and every step taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.code import NewCode
from domain.decision import Watch
from domain.members import AccountRef, Subject
from domain.query import Query
from domain.roles import Role


def matter_key(code: str) -> str:
    """The key of the book that moves with a matter."""
    return f"matter:{code}"


@dataclass(frozen=True, slots=True)
class Step:
    """One act on a matter: what was done, by whom; ``person`` is a staff number, 0 for residents and the system."""

    act: str
    person: int = 0
    role: str = "system"
    note: str = ""
    at: int = 0
    """Epoch milliseconds; the book writes the moment of the unit that posts the step."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a matter waits for: one role, in one person's hand where ``person`` is not 0."""

    role: Role | None = None
    person: int = 0


NOBODY = Holder()
"""The holder of a matter that waits for time or for the resident, not for staff."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter as it stands; times in epoch ms. Lists leave ``steps`` out, ``MatterAt`` gives them."""

    code: str
    """As people type it: D31, L2761, S17; letters that nobody types (K, Q) stand for what is answered in 今日."""
    sort: str
    """Which ruling decides it: deed, finding, appeal, binding, question …"""
    state: str
    subject: int
    grid: str
    holder: Holder
    line: str
    """What it is about, as the holder reads it in a list."""
    concerns: tuple[str, ...]
    """Households and units that it concerns: whoever belongs to one of them must not decide it."""
    opened_at: int
    due_at: int | None
    closed_at: int | None
    facts: Mapping[str, Any]
    version: int = 0
    steps: tuple[Step, ...] = ()

    @property
    def number(self) -> int:
        """The number in the code."""
        return int(self.code[1:])

    @property
    def watch(self) -> Watch:
        """Holds a decision to the matter as it was read."""
        return Watch(matter_key(self.code), self.version)


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """A new matter; its code may stand as a token in ``line`` and in the texts of ``facts``."""

    code: NewCode | str
    """A text where the code is known beforehand, as a board's is."""
    sort: str
    state: str
    line: str
    step: Step
    subject: int = 0
    grid: str = ""
    holder: Holder = NOBODY
    concerns: tuple[str, ...] = ()
    due_at: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    closed: bool = False
    """True for what is only kept and waits for nobody."""


@dataclass(frozen=True, slots=True)
class MoveMatter:
    """The next step of a matter; post it with the matter's watch. ``facts`` are laid over the ones there."""

    matter: Matter
    state: str
    step: Step
    holder: Holder = NOBODY
    due_at: int | None = None
    closes: bool = False
    line: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeepAgenda:
    """The numbered rows that an account was shown last, by the codes of their matters."""

    account: AccountRef
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatterAt(Query["Matter | None"]):
    """One matter with its steps and version."""

    code: str


@dataclass(frozen=True, slots=True)
class OpenMatters(Query[tuple[Matter, ...]]):
    """Open matters, oldest first; what is left empty is any."""

    grid: str = ""
    sort: str = ""
    subject: int = 0


@dataclass(frozen=True, slots=True)
class MattersOf(Query[tuple[Matter, ...]]):
    """All matters of one sort about a subject opened at or after a moment, closed ones too, oldest first."""

    subject: int
    sort: str
    since: int = 0


@dataclass(frozen=True, slots=True)
class MattersSince(Query[tuple[Matter, ...]]):
    """All matters of one sort opened from a moment up to, not including, another, closed ones too, oldest first."""

    sort: str
    since: int
    until: int = 2**62


@dataclass(frozen=True, slots=True)
class MattersDue(Query[tuple[Matter, ...]]):
    """Open matters whose time has come, the most overdue first."""

    now: int


@dataclass(frozen=True, slots=True)
class AgendaOf(Query[tuple[str, ...]]):
    """The codes of the numbered rows that an account was shown last."""

    account: AccountRef


def concerns_of(subject: Subject) -> tuple[str, ...]:
    """What makes somebody concerned by a matter about this subject: its household, its address or its name."""
    if subject.kind == "resident":
        return tuple(part for part in (subject.household, subject.address) if part)
    return (subject.name,)
