"""Every night whoever asked for it is erased: first what is still open is closed, the night after the facts go."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.enrolment import AccountsOf
from domain.erasing import SECOND_THOUGHTS, DropErasure, EraseExpired, EraseSubject, ErasuresAsked, withdrawn
from domain.findings.timing import milliseconds
from domain.matters.matter import OpenMatters
from domain.query import Book


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    asked = await book.answer(ErasuresAsked(milliseconds(due.at - SECOND_THOUGHTS)))
    posts = [await _post(book, subject) for subject in asked]
    return [Post("expired", (EraseExpired(milliseconds(due.at)),)), *posts]


async def _post(book: Book, subject: int) -> Post:
    if await book.answer(AccountsOf(subject)):
        return Post(f"subject:{subject}", (DropErasure(subject),))
    if waiting := await book.answer(OpenMatters(subject=subject)):
        closed = tuple(withdrawn(one) for one in waiting)
        return Post(f"subject:{subject}", closed, tuple(one.watch for one in waiting))
    return Post(f"subject:{subject}", (EraseSubject(subject),))


job = Job(
    "erasures",
    Cron(hour=4, minute=10),
    "day",
    timedelta(hours=12),
    _plan,
    coalesce=True,
    title="到期清除个人信息",
)
