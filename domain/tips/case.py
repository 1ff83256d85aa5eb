"""A tip-off case: its state and its days, and nothing that could name who reported it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.decision import Watch
from domain.matters.matter import matter_key
from domain.roles import Role

State = Literal[
    "held",
    "handed",
    "asked",
    "answered",
    "once_confirmed",
    "confirmed",
    "rejected",
    "unclear",
    "merged",
    "withdrawn",
]
OUTCOMES: frozenset[State] = frozenset({"confirmed", "rejected", "unclear"})
CLOSED: frozenset[State] = OUTCOMES | {"merged", "withdrawn"}
_WORKING: frozenset[State] = frozenset({"asked", "answered", *OUTCOMES, "merged", "withdrawn"})
TRANSITIONS: dict[State, frozenset[State]] = {
    "held": frozenset({"handed", "unclear", "merged", "withdrawn"}),
    "handed": _WORKING | {"once_confirmed"},
    "asked": _WORKING | {"once_confirmed"},
    "answered": _WORKING | {"once_confirmed"},
    "once_confirmed": _WORKING,
    "confirmed": OUTCOMES,
    "rejected": OUTCOMES,
    "unclear": OUTCOMES,
    "merged": frozenset(),
    "withdrawn": frozenset(),
}
"""A verdict closes a case at once; from one verdict to another only the supervisor may go."""
ALPHABET = "ABCDEFGHJKMNPQRTUVWXY346789"
"""What codes are made of: nothing that is read as something else."""
_LENGTH = 5


class ImpossibleMove(Exception):  # noqa: N818 - a fault of the caller, never shown
    """A case was to go where it cannot go from its state."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A staff member whose key opens a case; ``voted`` where a first confirmation was given."""

    person: int
    role: Role
    voted: bool = False


@dataclass(frozen=True, slots=True)
class TipCase:
    """A case as it stands; days are civil, there are no times. ``guarded`` ones only supervisors or above see."""

    code: str
    state: State
    grid: str
    topic: str
    urgent: bool
    serious: bool
    guarded: bool
    opened_on: date
    handed_on: date | None = None
    closed_on: date | None = None
    recipients: tuple[Recipient, ...] = ()
    reachable: bool = False
    """True while a sealed way back to the reporter is kept."""
    readable: bool = True
    """False once the text is erased."""
    joined: str = ""
    """The code of the case on the same matter that a merged one is checked with."""
    version: int = 0

    @property
    def watch(self) -> Watch:
        """Holds a decision to the case as it was read."""
        return Watch(matter_key(self.code), self.version)

    @property
    def is_open(self) -> bool:
        """True while somebody still has to decide."""
        return self.state not in CLOSED

    def recipient(self, persons: frozenset[int]) -> Recipient | None:
        """The one of these staff numbers whose key opens the case."""
        return next((one for one in self.recipients if one.person in persons), None)


def after_confirmation(case: TipCase, by: Recipient) -> State:
    """Where 属实 leads: a serious matter needs two different recipients, where there are two."""
    if by.voted:
        raise ImpossibleMove
    others = any(one.voted for one in case.recipients)
    return "once_confirmed" if case.serious and not others else "confirmed"


def moved(case: TipCase, state: State) -> State:
    """The next state, or ImpossibleMove."""
    if state not in TRANSITIONS[case.state]:
        raise ImpossibleMove
    return state


def new_code(below: Callable[[int], int]) -> str:
    """A case code out of randomness; where it is taken the book says Moved and the decision is made again."""
    return "T" + "".join(ALPHABET[below(len(ALPHABET))] for _ in range(_LENGTH))
