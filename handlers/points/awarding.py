"""The rules of 加分: who may, which item, how many points, and what the caps leave (product.md 1.6 and section 3)."""

import json
from dataclasses import asdict, dataclass
from datetime import date

from domain.code import NewCode
from domain.command import Role
from domain.decision import Watch
from domain.ledger import Account, Hand, NewEntry, RuleMark
from domain.members import Duty, Subject
from domain.period import PeriodName, Span, civil, span
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.rules.catalogue import Item
from domain.standing import EntriesOf, HandTally, StandingOf
from handlers.points import wording
from handlers.points.meaning import CHOICES, Choice

ENTRIES_A_DAY = 60
POINTS_A_DAY = 200
ALONE_BELOW = 10
"""From this many points on, an entry needs a second person."""

_VERIFIED_BY: dict[Role, tuple[str, ...]] = {
    "grid_worker": ("grid_worker", "volunteer_center", "property", "partner"),
    "secretary": ("grid_worker", "volunteer_center", "property", "partner"),
    "property": ("property",),
    "partner": ("partner",),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be recorded."""

    subject: Subject
    item: Item
    points: int
    duty: Duty


def allowed(request: Request, subject: Subject, roles: tuple[Role, ...]) -> Duty:
    """The duty under which the sender may record for a subject; refuses other grids and one's own household."""
    duty = request.sender.duty(subject.grid, *roles)
    if duty is None:
        raise Refusal(wording.OTHER_GRID)
    mine = {one.id for one in request.sender.subjects}
    households = {one.household for one in request.sender.subjects if one.household}
    homes = {one.address for one in request.sender.subjects if one.address and one.kind == "resident"}
    if subject.id in mine or subject.household in households or subject.address in homes:
        raise Refusal(wording.OWN_HOUSEHOLD)
    if subject.household in duty.recused or subject.name in duty.recused:
        raise Refusal(wording.OWN_HOUSEHOLD)
    return duty


def item_meant(request: Request, subject: Subject) -> Item | Choice:
    """The item of the positive list; the nearest three where the words are none of its names."""
    said = str(request.answers.get("item") or request.slot("item"))
    if any(word in said for word in request.rules.catalogue.forbidden_words):
        raise Refusal(wording.forbidden_item(said))
    found = request.rules.find_items(subject.kind, said)
    if found.exact:
        return found.exact
    if not found.near:
        raise Refusal(wording.unknown_item(said))
    return Choice(tuple(item.title for item in found.near[:CHOICES]))


def points_meant(request: Request, item: Item) -> int:
    """Whole points: one unit where none were said, else a multiple of the unit within the cap (conflict 4)."""
    if request.reading.oddities:
        raise Refusal(wording.whole_points(request.reading.oddities[0]))
    said = request.slot("points")
    points = item.points if said is None else int(said)
    if points <= 0 or points % item.points or points > item.cap_points:
        raise Refusal(wording.wrong_points(item))
    return points


async def entries_for(request: Request, book: Book, deed: Deed) -> tuple[tuple[NewEntry, ...], Watch, str]:
    """The entries to post, the standing they rest on, and how much of the cap is left."""
    _check_verifier(deed)
    today = civil(request.now)
    standing = await book.answer(StandingOf(deed.subject.id))
    left = await _cap_left(book, deed, today)
    if deed.points > left:
        raise Refusal(wording.capped(deed.item, left))
    await _check_hand(book, deed, today)
    accounts: tuple[Account, ...] = ("credit", "spendable") if deed.item.redeemable else ("credit",)
    entries = tuple(_entry(request, deed, account, today) for account in accounts)
    return entries, standing.watch, wording.cap_left(deed.item, left - deed.points)


def _check_verifier(deed: Deed) -> None:
    if deed.item.verifier == "system":
        raise Refusal(wording.by_itself(deed.item))
    if deed.item.verifier == "committee" or deed.points >= ALONE_BELOW:
        raise Refusal(wording.needs_two(deed.item))
    if deed.item.verifier not in _VERIFIED_BY[deed.duty.role]:
        raise Refusal(wording.OTHER_VERIFIER)


async def _cap_left(book: Book, deed: Deed, today: date) -> int:
    days = _cap_span(deed.item, today)
    found = await book.answer(EntriesOf(deed.subject.id, days.since.isoformat(), days.until.isoformat()))
    spent = sum(entry.amount for entry in found if entry.item == deed.item.code and entry.account == "credit")
    return deed.item.cap_points - spent


def _cap_span(item: Item, today: date) -> Span:
    if item.cap_period == "day":
        return Span(today, date.fromordinal(today.toordinal() + 1))
    names: dict[str, PeriodName] = {"month": "this_month", "quarter": "this_quarter", "year": "this_year"}
    return span(names[item.cap_period], today)


async def _check_hand(book: Book, deed: Deed, today: date) -> None:
    entries, points = await book.answer(HandTally(deed.duty.person, today.isoformat()))
    if entries >= ENTRIES_A_DAY or points + deed.points > POINTS_A_DAY:
        raise Refusal(wording.HAND_FULL)


def _entry(request: Request, deed: Deed, account: Account, today: date) -> NewEntry:
    message, duty = request.message, deed.duty
    return NewEntry(
        code=NewCode("L"),
        subject=deed.subject.id,
        account=account,
        contra="issue",
        amount=deed.points,
        source=f"award:{message.channel}:{message.id}",
        rule=RuleMark(deed.item.code, request.rules.version, json.dumps(asdict(deed.item), ensure_ascii=False)),
        hand=Hand(duty.person, duty.role, deed.subject.grid),
        occurred_on=today.isoformat(),
        note=str(request.slot("note") or ""),
    )
