"""Every morning: what waits too long is reminded of once, then handed on; one message each."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.findings import states, wording
from domain.findings.appeals import DAY_MS, RECHECK, turn
from domain.findings.appeals import SORT as APPEAL
from domain.findings.repairing import SORT as REPAIR
from domain.findings.repairing import earliest
from domain.findings.timing import milliseconds
from domain.matters.matter import Holder, Matter, MatterAt, MattersSince, MoveMatter, OpenMatters, Step
from domain.matters.standing_by import concerned
from domain.members import AccountRef, Duty, OnDuty, Sender
from domain.period import SHANGHAI, civil
from domain.query import Book

_REMIND, _HAND_ON = 2 * DAY_MS, 4 * DAY_MS
_UNCONFIRMED = frozenset({states.PROPOSED, states.SECONDING})
_LONGEST = timedelta(days=400)
_SECRETARY = Holder("secretary")


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    now = milliseconds(due.at)
    posts: list[Post | None] = []
    for one in await book.answer(OpenMatters()):
        if one.sort == APPEAL:
            posts.append(await _appeal(book, one, now))
        elif one.sort in {RECHECK, REPAIR} and one.due_at is not None and one.due_at <= now:
            posts.append(await _handed_on(book, one))
        elif one.sort == "deed" or (one.sort == states.SORT and one.state in _UNCONFIRMED):
            posts.append(await _unanswered(book, one, now))
    posts += await _repairs_open(due, book)
    return [post for post in posts if post]


async def _appeal(book: Book, appeal: Matter, now: int) -> Post | None:
    wanted = turn(appeal, now)
    if wanted == "hand_on":
        return await _handed_on(book, appeal)
    return await _reminded(book, appeal, wording.appeal_waits(appeal)) if wanted == "remind" else None


async def _unanswered(book: Book, matter: Matter, now: int) -> Post | None:
    waited, done = now - matter.opened_at, str(matter.facts.get("turn", ""))
    if waited >= _HAND_ON and done != "hand_on":
        return await _handed_on(book, matter)
    return None if waited < _REMIND or done else await _reminded(book, matter, wording.waits(matter))


async def _reminded(book: Book, matter: Matter, words: str) -> Post:
    facts = {"turn": "remind"}
    moved = MoveMatter(matter, matter.state, Step("reminded"), matter.holder, matter.due_at, facts=facts)
    told = _notices(await _uninvolved(book, matter, matter.holder), words)
    return Post(f"{matter.code}:remind", (moved, *told), (matter.watch,))


async def _handed_on(book: Book, matter: Matter) -> Post | None:
    """To another worker who did not have it, else to the secretary; once."""
    if matter.facts.get("turn") == "hand_on" or matter.holder.role == "secretary":
        return None
    facts = {"turn": "hand_on"}
    moved = MoveMatter(matter, matter.state, Step("handed_on"), _SECRETARY, matter.due_at, facts=facts)
    found = await _uninvolved(book, matter, _SECRETARY)
    return Post(f"{matter.code}:hand_on", (moved, *_notices(found, wording.handed_on(matter))), (matter.watch,))


async def _uninvolved(book: Book, matter: Matter, holder: Holder) -> tuple[Duty, ...]:
    if holder.role is None:
        return ()
    nobody = Sender(AccountRef("", ""))
    found = await book.answer(OnDuty(holder.role, matter.grid))
    return tuple(
        one for one in found if holder.person in {0, one.person} and not concerned(nobody, one, matter.concerns)
    )


def _notices(people: Sequence[Duty], words: str) -> tuple[Say, ...]:
    return tuple(Say(Target("staff", str(one.person)), words, urgency=Urgency.NOTICE) for one in people)


async def _repairs_open(due: Due, book: Book) -> list[Post | None]:
    """Whoever may ask for a repair from today on is told, once."""
    posts: list[Post | None] = []
    today = civil(due.at)
    for one in await book.answer(MattersSince(states.SORT, milliseconds(due.at - _LONGEST))):
        item = due.rules.negative_item(str(one.facts["item"]))
        if one.state != states.EFFECTIVE or item is None or one.closed_at is None:
            continue
        found = civil(datetime.fromtimestamp(one.opened_at / 1000, SHANGHAI))
        settled = civil(datetime.fromtimestamp(one.closed_at / 1000, SHANGHAI))
        if earliest(item, found) == today and settled < today:
            full = await book.answer(MatterAt(one.code))
            told = Say(Target("subject", str(one.subject)), wording.repair_open(one), urgency=Urgency.NOTICE)
            posts.append(Post(f"{one.code}:repair", (told,), (full.watch,) if full else ()))
    return posts


job = Job("deadlines", Cron(hour=9, minute=40), "day", timedelta(hours=12), _plan, coalesce=True, title="到期提醒")
