"""The morning card: what waits for each grid worker and the property's staff, numbered so that numbers answer it."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.matters.matter import KeepAgenda, Matter, OpenMatters
from domain.matters.standing_by import duty_for
from domain.matters.wording import LONGEST, agenda, today
from domain.members import AccountRef, AccountsOnDuty, Sender, SenderOf
from domain.period import civil
from domain.query import Book
from domain.roles import Role
from domain.tips.matters import as_matter
from domain.tips.queries import TipsWaitingFor

_ROLES: tuple[Role, ...] = ("grid_worker", "property")


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    matters = await book.answer(OpenMatters())
    accounts = {ref: None for role in _ROLES for ref in await book.answer(AccountsOnDuty(role))}
    posts = [await _post(due, book, ref, matters) for ref in accounts]
    return [post for post in posts if post is not None]


async def _post(due: Due, book: Book, account: AccountRef, matters: Sequence[Matter]) -> Post | None:
    """One person's card; None where nothing waits for them."""
    sender = await book.answer(SenderOf(account))
    own = [*(one for one in matters if duty_for(sender, one)), *await _tips(book, sender, civil(due.at))]
    own.sort(key=lambda one: (one.due_at is None, one.due_at or 0, one.opened_at, one.code))
    shown = own[:LONGEST]
    if not shown:
        return None
    card = agenda(today(due.at), shown, len(own))
    say = Say(Target("account", account.id, account.channel), "", card, urgency=Urgency.NOTICE)
    kept = KeepAgenda(account, tuple(one.code for one in shown))
    return Post(f"account:{account.channel}:{account.id}", (kept, say))


async def _tips(book: Book, sender: Sender, on: date) -> list[Matter]:
    """The tip-offs in one person's hands, as neutral lines."""
    persons = frozenset(duty.person for duty in sender.duties)
    cases = await book.answer(TipsWaitingFor(persons)) if persons else ()
    return [as_matter(one, own, on) for one in cases if (own := one.recipient(persons))]


job = Job("digest", Cron(hour=8, minute=30), "day", timedelta(hours=12), _plan, coalesce=True, title="今日卡片")
