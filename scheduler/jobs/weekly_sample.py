"""Every Monday each supervisor gets a sample of last week's rows, drawn by the ledger's own chain."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.members import AccountRef, AccountsOnDuty, Duty, SenderOf
from domain.period import civil
from domain.query import Book
from domain.sampling import RowShown, SampleFor
from domain.sampling_wording import card


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    found: dict[int, Post] = {}
    for account in await book.answer(AccountsOnDuty("supervisor")):
        post = await _post(due, book, account)
        if post is not None:
            found.setdefault(post[0], post[1])
    return tuple(found.values())


async def _post(due: Due, book: Book, account: AccountRef) -> tuple[int, Post] | None:
    sender = await book.answer(SenderOf(account))
    duty: Duty | None = next((one for one in sender.duties if one.role == "supervisor"), None)
    rows = await book.answer(SampleFor(sender, duty, civil(due.at))) if duty else ()
    if duty is None or not rows:
        return None
    say = Say(Target("staff", str(duty.person)), "", card(rows, due.rules), urgency=Urgency.NOTICE)
    shown = tuple(RowShown(row.entry.code, duty.person) for row in rows)
    return duty.person, Post(f"staff:{duty.person}", (*shown, say))


job = Job(
    "weekly_sample",
    Cron(hour=8, minute=40, weekday="mon"),
    "week",
    timedelta(hours=48),
    _plan,
    coalesce=True,
    title="每周抽查",
)
