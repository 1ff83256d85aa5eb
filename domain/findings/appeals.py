"""Appeals and objections: when they are reminded of, handed on, and decided by silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from domain.findings import states
from domain.findings.undoing import reversals
from domain.ledger import Entry, Hand
from domain.matters.matter import Matter, MoveMatter, Step

SORT, RECHECK, REVERSAL = "appeal", "recheck", "reversal"
DAY_MS = int(timedelta(days=1).total_seconds() * 1000)
REMIND_DAYS, HAND_ON_DAYS, SILENCE_DAYS = 3, 5, 10
Turn = Literal["", "remind", "hand_on", "uphold"]


@dataclass(frozen=True, slots=True)
class Undoing:
    """What an upheld appeal does: effects, and whether points come back."""

    effects: tuple[object, ...]
    posted: bool


def turn(appeal: Matter, now: int) -> Turn:
    """What the calendar does with an open appeal today."""
    days = (now - appeal.opened_at) // DAY_MS
    if days >= SILENCE_DAYS:
        return "uphold"
    done = str(appeal.facts.get("turn", ""))
    if days >= HAND_ON_DAYS:
        return "hand_on" if done != "hand_on" else ""
    return "remind" if days >= REMIND_DAYS and not done else ""


def undo(finding: Matter | None, entries: Sequence[Entry], hand: Hand, on: date, note: str) -> Undoing:
    """Void what is pending, reverse what stands in the ledger."""
    step = Step("upheld", hand.person, hand.role, note)
    undone = reversals(entries, hand, on, note)
    moves: tuple[object, ...] = ()
    if finding is not None and finding.state not in states.DROPPED:
        moves = (states.close(finding, states.REVERSED if undone else states.VOID, step),)
    return Undoing((*undone, *moves), bool(undone))


def let_go_on(finding: Matter, step: Step, now: int) -> tuple[MoveMatter, ...]:
    """What becomes of a finding whose appeal or objection was not upheld."""
    return (states.thaw(finding, step, now),) if finding.state == states.FROZEN else ()
