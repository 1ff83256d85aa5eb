"""Every morning: what nobody took or answered goes to the grid worker, bookings are asked about, agreements end."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.bookings.booking import AGREED, ASKED, ASKED_AFTER, LAPSED, FreeRoom
from domain.bookings.booking import SORT as BOOKING
from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.matters.matter import Holder, Matter, MoveMatter, OpenMatters, Step
from domain.matters.standing_by import concerned
from domain.members import AccountRef, OnDuty, Sender
from domain.outbox import RoutesTo
from domain.partners import PartnersOf
from domain.period import SHANGHAI, civil
from domain.query import Book
from domain.questions import Place, QuestionAt
from domain.services import wording
from domain.services.bringing import kept
from domain.services.service import CLAIMED, OPEN, REPORTED, SORTS, target_of

_DAY_MS = 86_400_000
_UNCLAIMED, _UNANSWERED, _SLOW = 7 * _DAY_MS, 3 * _DAY_MS, 14 * _DAY_MS
_NOTICE_DAYS = timedelta(days=30)
_WORKER = Holder("grid_worker")


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    now = int(due.at.timestamp() * 1000)
    posts: list[Post] = []
    for one in await book.answer(OpenMatters()):
        if one.sort in SORTS and one.holder.role is None and _waits_too_long(one, now):
            posts.append(await _handed_over(book, one))
        elif one.sort in SORTS and _takes_long(one, now):
            posts += _nudged(one)
        elif one.sort == BOOKING:
            posts += await _booking(due, book, one)
    return [*posts, *await _agreements(due, book)]


def _waits_too_long(matter: Matter, now: int) -> bool:
    if matter.state == OPEN:
        return now - int(matter.facts.get("opened_at", matter.opened_at)) >= _UNCLAIMED
    if matter.state == REPORTED:
        return now - int(matter.facts["reported_at"]) >= _UNANSWERED
    return matter.state == ASKED and now - matter.opened_at >= _UNANSWERED


def _takes_long(matter: Matter, now: int) -> bool:
    since = int(matter.facts.get("claimed_at", matter.opened_at))
    return matter.state == CLAIMED and now - since >= _SLOW and not matter.facts.get("nudged")


def _nudged(matter: Matter) -> list[Post]:
    """Whoever took it on is asked once how it goes, and how to give it back."""
    to = target_of(str(matter.facts.get("helper", "")))
    if to is None:
        return []
    moved = MoveMatter(matter, CLAIMED, Step("nudged"), matter.holder, facts={"nudged": True})
    told = Say(to, "", wording.nudge(matter), urgency=Urgency.NOTICE)
    return [Post(f"{matter.code}:nudged", (moved, told), (matter.watch,))]


async def _handed_over(book: Book, matter: Matter) -> Post:
    facts = {"asked": ""} if matter.state == ASKED else {}
    moved = MoveMatter(matter, matter.state, Step("handed_over"), _WORKER, facts=facts)
    nobody = Sender(AccountRef("", ""))
    workers = [
        one
        for one in await book.answer(OnDuty("grid_worker", matter.grid))
        if not concerned(nobody, one, matter.concerns)
    ]
    card = wording.handed_over(matter)
    told = [Say(Target("staff", str(one.person)), "", card, urgency=Urgency.NOTICE) for one in workers]
    return Post(f"{matter.code}:worker", (moved, *told), (matter.watch,))


async def _booking(due: Due, book: Book, booking: Matter) -> list[Post]:
    now = int(due.at.timestamp() * 1000)
    begun = now >= int(booking.facts["since"])
    if booking.state == ASKED and (begun or now - booking.opened_at >= _UNANSWERED):
        moved = MoveMatter(booking, LAPSED, Step("lapsed"), closes=True, facts={"asked": ""})
        told = Say(Target("subject", str(booking.subject)), wording.lapsed(booking), urgency=Urgency.NOTICE)
        return [Post(f"{booking.code}:lapsed", (moved, FreeRoom(booking.code), told), (booking.watch,))]
    ended = civil(datetime.fromtimestamp(int(booking.facts["until"]) / 1000, SHANGHAI))
    if booking.state == AGREED and ended < civil(due.at):
        return [await _asked_after(due, book, booking)]
    if booking.state == ASKED_AFTER and now - int(booking.facts["until"]) >= _UNANSWERED + _DAY_MS:
        moved = MoveMatter(booking, LAPSED, Step("unanswered"), closes=True, facts={"asked": ""})
        return [Post(f"{booking.code}:closed", (moved,), (booking.watch,))]
    return []


async def _asked_after(due: Due, book: Book, booking: Matter) -> Post:
    """用上了吗, to whoever booked; it stays open for three days."""
    to = Target("subject", str(booking.subject))
    routes = await book.answer(RoutesTo(to))
    places = [Place(AccountRef(one.channel, one.conversation)) for one in routes]
    there = [(place, await book.answer(QuestionAt(place))) for place in places]
    card = wording.used(booking)
    questions = kept(there, booking.code, card.title, int(due.at.timestamp() * 1000))
    moved = MoveMatter(booking, ASKED_AFTER, Step("asked_after"), facts={"asked": booking.facts["asker"]})
    told = Say(to, "", card, urgency=Urgency.NOTICE)
    return Post(f"{booking.code}:used", (moved, told, *questions), (booking.watch,))


async def _agreements(due: Due, book: Book) -> list[Post]:
    """A month before an agreement ends, the secretary hears of it, once."""
    day = civil(due.at) + _NOTICE_DAYS
    ending = [one for one in await book.answer(PartnersOf()) if one.until == day]
    secretaries = await book.answer(OnDuty("secretary")) if ending else ()
    return [
        Post(
            f"agreement:{one.name}",
            tuple(
                Say(Target("staff", str(who.person)), wording.agreement_ends(one.name, day), urgency=Urgency.NOTICE)
                for who in secretaries
            ),
        )
        for one in ending
    ]


job = Job(
    "service_moves",
    Cron(hour=9, minute=45),
    "day",
    timedelta(hours=12),
    _plan,
    coalesce=True,
    title="求助、调解和预约的到期提醒",
)
