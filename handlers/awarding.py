"""Giving points: who may for whom, what the cap leaves, and how both sides read it (product.md 1.6 and section 3)."""

from dataclasses import dataclass
from datetime import date

from domain.awarding import Award, cap_days, cap_left
from domain.decision import Say, Target, Urgency, Watch
from domain.ledger import NewEntry
from domain.matters.matter import concerns_of
from domain.matters.standing_by import concerned
from domain.members import Duty, Sender, Subject
from domain.query import Book
from domain.refusal import Refusal
from domain.roles import Role
from domain.rules.catalogue import Item
from domain.standing import EntriesOf, StandingOf
from handlers import awarding_wording as wording

ALONE_BELOW = 10
"""From this many points on, an entry needs a second person."""


@dataclass(frozen=True, slots=True)
class Given:
    """What posting an award takes, and how both sides read it."""

    entries: tuple[NewEntry, ...]
    watch: Watch
    told: Say
    answer: str


def may_award(sender: Sender, subject: Subject, roles: tuple[Role, ...]) -> Duty:
    """The duty under which the sender may record for a subject; refuses other grids and whom it concerns."""
    duty = sender.duty(subject.grid, *roles)
    if duty is None:
        raise Refusal(wording.OTHER_GRID)
    if subject.id in {one.id for one in sender.subjects} or concerned(sender, duty, concerns_of(subject)):
        raise Refusal(wording.OWN_HOUSEHOLD)
    return duty


def needs_second(item: Item, points: int) -> bool:
    """True where one person is not enough."""
    return item.verifier == "committee" or points >= ALONE_BELOW


async def left_of(book: Book, item: Item, subject: int, day: date) -> int:
    """How many points of an item a subject may still get in the cap period of a day."""
    days = cap_days(item, day)
    return cap_left(item, await book.answer(EntriesOf(subject, days.since.isoformat(), days.until.isoformat())))


async def give(book: Book, award: Award, name: str) -> Given:
    """The award as effects; refuses what would go over the cap. ``name`` is the subject's."""
    standing = await book.answer(StandingOf(award.subject))
    left = await left_of(book, award.item, award.subject, award.on)
    if award.points > left:
        raise Refusal(wording.capped(award.item, left))
    code = award.code if not isinstance(award.code, int) else f"L{award.code}"
    words = wording.told(code, award.item.title, award.points)
    told = Say(Target("subject", str(award.subject)), words, urgency=Urgency.NOTICE)
    answer = wording.awarded(code, name, award.item, award.points, wording.cap_left(award.item, left - award.points))
    return Given(award.entries(), standing.watch, told, answer)
