"""The time of a booking: asked after the exchange, kept with the voucher, and never twice for one place."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.bookings.booking import TakenCells, cells, is_free, milliseconds
from domain.bookings.opening import Opening, others, read_opening
from domain.decision import Answer, Ask, Decision
from domain.partners import Resource, ResourcesOf
from domain.period import SHANGHAI, civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.rules.rewards import Reward
from domain.shop.times import Times, length_of, minutes, shown
from domain.shop.voucher import BookVoucher, Voucher, VouchersOf
from domain.when import read_span
from handlers.rewards import wording
from handlers.wishing import room_missed

_EXAMPLES = 2
_ASKED_FOR = 30
_NIGHT = time(23, 59)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a reward is used: when it is open, what is taken, and from when until when it may be booked."""

    resource: Resource
    opening: Opening
    taken: frozenset[int]
    earliest: datetime
    last: datetime

    def holds(self, times: Times) -> bool:
        """Whether a time may be booked."""
        within = self.earliest <= times[0] and times[1] <= self.last
        return within and self.opening.holds(*times) and is_free(self.taken, *times)

    def others(self, wanted: Times) -> list[Times]:
        """At most three other times of the same length."""
        return [one for one in others(self.opening, self.taken, wanted, self.earliest) if one[1] <= self.last]


async def untimed(request: Request, book: Book, reward: Reward) -> Voucher | None:
    """The subject's own good voucher for this reward that has no time yet."""
    today = civil(request.now).isoformat()
    for one in await book.answer(VouchersOf(request.subject.id)):
        if one.reward == reward.code and one.state == "issued" and not one.start and one.until_on >= today:
            return one
    return None


async def ask_time(request: Request, book: Book, reward: Reward, code: str, until_on: str) -> Ask:
    """The question for the time, with some that are free."""
    place = await _place(request, book, reward, until_on)
    examples = place.others((place.earliest, place.earliest + length_of(reward.title)))[:_EXAMPLES]
    words, later = wording.when(reward.title, code, examples), wording.LATER.format(title=reward.title)
    return Ask("when", words, "text", minutes=_ASKED_FOR, on_no=later)


async def book_time(request: Request, book: Book, reward: Reward, voucher: Voucher) -> Decision:
    """Book the time that was said, or offer three others."""
    said = read_span(str(request.answers.get("other", request.answers["when"])), request.now)
    if said is None:
        later = wording.LATER.format(title=reward.title)
        return Decision(ask=Ask("when", wording.NO_TIME, "text", minutes=_ASKED_FOR, on_no=later))
    longest = said.since + length_of(reward.title)
    times = (said.since, min(said.until or longest, longest))
    place = await _place(request, book, reward, voucher.until_on)
    if not place.holds(times):
        return _offered(request, reward, place, times)
    since, until = milliseconds(times[0]), milliseconds(times[1])
    taken = tuple(cells(since, until)) if _exclusive(place.resource, reward) else ()
    booked = BookVoucher(voucher.code, place.resource.name, minutes(times[0]), minutes(times[1]), taken)
    return Decision(Answer(wording.booked(voucher, times, _named(place.resource, reward))), (booked,))


def _offered(request: Request, reward: Reward, place: _Place, wanted: Times) -> Decision:
    free = place.others(wanted)
    missed = room_missed(request, place.resource.name, (place.opening, place.taken), wanted)
    words = wording.taken(reward.title, place.resource.open_times, free)
    if not free:
        raise Refusal(words, *missed)
    choices, later = tuple(map(shown, free)), wording.LATER.format(title=reward.title)
    return Decision(effects=missed, ask=Ask("other", words, "choice", choices, _ASKED_FOR, on_no=later))


async def _place(request: Request, book: Book, reward: Reward, until_on: str) -> _Place:
    resource = await _resource(request, book, reward)
    last = datetime.combine(date.fromisoformat(until_on), _NIGHT, SHANGHAI)
    earliest = request.now.astimezone(SHANGHAI) + timedelta(hours=resource.lead_hours)
    since = milliseconds(request.now - timedelta(days=1))
    taken = await book.answer(TakenCells(resource.name, since, milliseconds(last)))
    return _Place(resource, read_opening(resource.open_times), taken, earliest, last)


async def _resource(request: Request, book: Book, reward: Reward) -> Resource:
    """The room of the register that was said, else one that the reward names, else a place of the reward's own."""
    known = await book.answer(ResourcesOf())
    said = str(request.slot("item") or "")
    for words in ((said,), reward.names):
        for one in known:
            if any(one.name in word or (len(word) > 1 and word in one.name) for word in words):
                return one
    return Resource(reward.code, "", reward.title)


def _named(resource: Resource, reward: Reward) -> str:
    if resource.name == reward.code:
        return reward.title
    return f"{resource.name}（{resource.place}）" if resource.place else resource.name


def _exclusive(resource: Resource, reward: Reward) -> bool:
    """A room of the register and somebody's own time are one person's at a time; a course has many seats."""
    return resource.name != reward.code or reward.partner_kind == "talent"
