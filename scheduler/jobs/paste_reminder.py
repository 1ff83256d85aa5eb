"""Every morning: what nobody pasted or confirmed is asked for again, told to the secretary, and in the end let go."""

from collections.abc import Sequence
from datetime import timedelta

from domain import pasting_wording as wording
from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.findings.timing import milliseconds
from domain.matters.matter import Holder, Matter, MatterAt, MoveMatter, OpenMatters, Step
from domain.members import OnDuty
from domain.pasting import CONFIRMING, DAY_MS, LONGEST_MS, MISSED, SORT, whose
from domain.query import Book
from domain.roles import Role

_TELL_AFTER_MS = 3 * DAY_MS


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    found = [await _post(book, one, milliseconds(due.at)) for one in await book.answer(OpenMatters(sort=SORT))]
    return [post for post in found if post]


async def _post(book: Book, paste: Matter, now: int) -> Post | None:
    full, waited = await book.answer(MatterAt(paste.code)), now - paste.opened_at
    if full is None or waited < DAY_MS:
        return None
    if waited >= LONGEST_MS or (paste.due_at is not None and paste.due_at <= now):
        return Post(f"{paste.code}:gone", (MoveMatter(paste, MISSED, Step(MISSED), closes=True),), (full.watch,))
    turn = "told" if waited >= _TELL_AFTER_MS else "asked"
    if turn in {step.act for step in full.steps}:
        return None
    role: Role = "secretary" if turn == "told" else whose(paste.grid)
    asks = wording.unconfirmed if paste.state == CONFIRMING else wording.waits
    words = wording.forgotten(paste) if turn == "told" else asks(paste)
    holder = Holder(whose(paste.grid))
    moved = MoveMatter(paste, paste.state, Step(turn), holder, paste.due_at)
    says = [
        Say(Target("staff", str(one.person)), words, urgency=Urgency.NOTICE)
        for one in await book.answer(OnDuty(role, paste.grid))
    ]
    return Post(f"{paste.code}:{turn}", (moved, *says), (full.watch,))


job = Job(
    "paste_reminder", Cron(hour=9, minute=40), "day", timedelta(hours=12), _plan, coalesce=True, title="催贴转发稿"
)
