"""What may be done with a tip-off; every effect carries a civil day and never a time."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from domain.decision import Say
from domain.members import AccountRef
from domain.rules.ratings import Retention
from domain.tips.case import ImpossibleMove, Recipient, State, TipCase, moved
from domain.tips.pool import JoinPool, ReleasePool

Counted = Literal["received", "confirmed", "rejected", "unclear", "satisfied", "unsatisfied"]


@dataclass(frozen=True, slots=True)
class OpenTip:
    """A new case; the text is sealed to the recipients and, until the batch, to the bot's own key of the month.

    ``reporter`` is sealed so that answers find the way back; None is receipt only. ``matter`` is what
    ``topics.same_matter`` gives; only keyed hashes are kept. A code that is taken makes the unit Moved.
    """

    code: str
    receipt: str
    grid: str
    topic: str
    text: str
    recipients: tuple[Recipient, ...]
    on: date
    urgent: bool = False
    serious: bool = False
    guarded: bool = False
    matter: tuple[str, ...] = ()
    reporter: AccountRef | None = None
    photo: bytes | None = None
    """A picture made anew from its pixels."""


@dataclass(frozen=True, slots=True)
class SupplementTip:
    """More words or a photo to a case; it reaches the recipients with the next batch."""

    case: TipCase
    text: str
    on: date
    photo: bytes | None = None


@dataclass(frozen=True, slots=True)
class RewordTip:
    """The text of a case that was not handed over yet is put in place of the one there; later it is added."""

    case: TipCase
    text: str
    on: date


@dataclass(frozen=True, slots=True)
class ForgetReporter:
    """The reporter follows a case by the receipt alone from now on: the sealed way back is gone."""

    code: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """The sealed cards of all that waits in a case leave for its recipients; the bot forgets how to read it."""

    code: str
    on: date


@dataclass(frozen=True, slots=True)
class MoveTip:
    """A case's next state; post it with the case's watch. ``by`` is whoever gave a first confirmation."""

    case: TipCase
    state: State
    on: date
    by: Recipient | None = None


@dataclass(frozen=True, slots=True)
class HandOn:
    """Somebody else decides on a case too; what was sealed before stays closed to them."""

    code: str
    to: Recipient


@dataclass(frozen=True, slots=True)
class TellReporter:
    """Words for the reporter by the sealed way back; nothing happens where there is none (any more)."""

    code: str
    text: str
    on: date
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class WithdrawTip:
    """The reporter takes a tip back: text, keys, way back and receipt are erased at once."""

    case: TipCase
    on: date


@dataclass(frozen=True, slots=True)
class NoteView:
    """A staff member opened the text of a case."""

    code: str
    by: Recipient
    on: date


@dataclass(frozen=True, slots=True)
class GrantReward:
    """Whoever holds the case's receipt may take one bearer voucher until a day."""

    code: str
    until: date


@dataclass(frozen=True, slots=True)
class RevokeReward:
    """The verdict that a reward was granted for is taken back; whoever took the reward keeps it."""

    code: str


@dataclass(frozen=True, slots=True)
class TakeReward:
    """The receipt's one reward is taken: its row is deleted, not marked; Moved where there is none."""

    receipt: str
    on: date


@dataclass(frozen=True, slots=True)
class CountTip:
    """One more of a kind in the month's counts, which name no case."""

    kind: Counted
    on: date


@dataclass(frozen=True, slots=True)
class SaySealed:
    """A message that the outbox holds only sealed, recipient and all, and forgets once it is delivered."""

    say: Say


@dataclass(frozen=True, slots=True)
class EnrolKey:
    """A staff member's public key, from now on the one that cases are sealed to."""

    person: int
    public: bytes
    on: date


@dataclass(frozen=True, slots=True)
class Rewrap:
    """What an old private key of a staff member opens is sealed to the new public one; closed cases expire."""

    person: int
    old: bytes = field(repr=False)
    public: bytes


@dataclass(frozen=True, slots=True)
class EraseTips:
    """All whose time is over goes: texts, ways back, receipts, rewards, cases, claims of messages, day keys."""

    on: date
    keep: Retention


@dataclass(frozen=True, slots=True)
class KeepEpochs:
    """The keys of this month are made, those of two months ago and older are destroyed."""

    on: date


CONFIDENTIAL = (
    OpenTip,
    SupplementTip,
    RewordTip,
    ForgetReporter,
    HandOver,
    MoveTip,
    TellReporter,
    WithdrawTip,
    NoteView,
    GrantReward,
    RevokeReward,
    TakeReward,
    CountTip,
    SaySealed,
    Rewrap,
    EraseTips,
    JoinPool,
    ReleasePool,
)
"""Effects of which the database's own log may keep nothing: neither what was deleted, nor in which order it came."""


def ask_reporter(case: TipCase, text: str, on: date) -> tuple[MoveTip, TellReporter]:
    """A question goes to the reporter and the case waits for the answer; ImpossibleMove where it is closed."""
    return MoveTip(case, moved(case, "asked"), on), TellReporter(case.code, text, on)


def supplement(case: TipCase, text: str, on: date, photo: bytes | None = None) -> tuple[SupplementTip | MoveTip, ...]:
    """More words to a case; one that was asked counts as answered. ImpossibleMove where it is closed.

    A merged one still takes them, since its reporter must not learn of another.
    """
    more = SupplementTip(case, text, on, photo)
    if case.state == "asked":
        return more, MoveTip(case, "answered", on)
    if not case.is_open and case.state != "merged":
        raise ImpossibleMove
    return (more,)
