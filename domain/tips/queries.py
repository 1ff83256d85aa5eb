"""What handlers, jobs and the desk may ask about tip-offs; no question gives a reporter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.members import AccountRef, Duty, Subject
from domain.query import Query
from domain.roles import Role
from domain.tips.case import TipCase


@dataclass(frozen=True, slots=True)
class PublicKeyOf(Query["bytes | None"]):
    """The public key of a staff member, to which cases are sealed; None where there is none."""

    person: int


@dataclass(frozen=True, slots=True)
class KeyHolders(Query[frozenset[int]]):
    """The staff numbers whose keys are set up and who can be reached in a chat; none means that tips are off."""

    reachable: bool = True
    """False counts those without a chat account too."""


@dataclass(frozen=True, slots=True)
class TipStaff(Query[tuple[Duty, ...]]):
    """Everybody with a duty in the community, for ``routing.route``."""


@dataclass(frozen=True, slots=True)
class TipByReceipt(Query["TipCase | None"]):
    """The case behind a receipt's sixteen digits; wrong, foreign and expired ones are all None."""

    receipt: str


@dataclass(frozen=True, slots=True)
class TipJoinedBy(Query["TipCase | None"]):
    """The case that a merged one is checked with; None where there is none (any more)."""

    code: str


@dataclass(frozen=True, slots=True)
class OwnTip(Query["TipCase | None"]):
    """The case of a code where this very account is its sealed way back, else None: for quoting replies."""

    code: str
    account: AccountRef


@dataclass(frozen=True, slots=True)
class TipFor(Query["TipCase | None"]):
    """A handed-over case of a code where one of these staff numbers is a recipient, else None."""

    code: str
    persons: frozenset[int]


@dataclass(frozen=True, slots=True)
class TipsWaitingFor(Query[tuple[TipCase, ...]]):
    """The handed-over, open cases in which one of these staff numbers has not voted, by day and code."""

    persons: frozenset[int]


@dataclass(frozen=True, slots=True)
class JudgedTip(Query["TipCase | None"]):
    """A case with a verdict, for the supervisor who alone may change it; None for guarded ones of others."""

    code: str
    persons: frozenset[int]


@dataclass(frozen=True, slots=True)
class TipsHandedTo(Query[tuple[TipCase, ...]]):
    """The cases whose recipients these staff numbers are, open ones and those closed on or after a day."""

    persons: frozenset[int]
    since: date


@dataclass(frozen=True, slots=True)
class TipEchoes(Query[bool]):
    """Whether twelve signs in a row of a text stand in what was handed over to one of these staff numbers.

    Known as long as the case's text is kept, and at most until the key of the month of the hand-over is destroyed.
    """

    text: str
    persons: frozenset[int] | None
    """None stands for everybody."""


@dataclass(frozen=True, slots=True)
class TipsToHandOver(Query[tuple[str, ...]]):
    """The codes of cases with something for their recipients, in order of code."""


@dataclass(frozen=True, slots=True)
class TipsOpenedBefore(Query[tuple[TipCase, ...]]):
    """Open cases opened before a day."""

    before: date


@dataclass(frozen=True, slots=True)
class SignsIn(Query[tuple[Subject, ...]]):
    """The shops and units whose names stand in a text, the longest name first."""

    text: str


@dataclass(frozen=True, slots=True)
class RewardedBefore(Query[bool]):
    """Whether the matter of a case was already confirmed by another case opened on or after a day."""

    code: str
    since: date


@dataclass(frozen=True, slots=True)
class TipViewers(Query[Mapping[Role, int]]):
    """How many people of each role have opened a case."""

    code: str


@dataclass(frozen=True, slots=True)
class RewardOpen(Query["date | None"]):
    """Until which day a receipt's reward may be taken; None where there is none or it was taken."""

    receipt: str


@dataclass(frozen=True, slots=True)
class TipCounts(Query[Mapping[str, int]]):
    """The counts of one month, as ``2026-11``, by kind."""

    month: str


@dataclass(frozen=True, slots=True)
class ReadTip(Query["tuple[str, ...] | None"]):
    """The texts of a case, opened with a recipient's passphrase at the desk; None where it does not fit.

    Whoever shows them posts ``NoteView``.
    """

    code: str
    person: int
    passphrase: str
