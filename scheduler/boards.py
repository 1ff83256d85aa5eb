"""Boards as the calendar finds them."""

from datetime import datetime, timedelta

from domain.boards.material import material_of
from domain.boards.quarter import Quarter, last_ended
from domain.boards.states import SORT, Kept
from domain.boards.telling import Today
from domain.calendar import Due
from domain.findings.settling import management
from domain.matters.matter import MatterAt, OpenMatters
from domain.members import Duty, OnDuty
from domain.period import civil
from domain.query import Book

WINDOW = timedelta(days=14)


def quarter_of_job(due: Due) -> Quarter:
    """The quarter that a job of January, April, July or October is about."""
    return last_ended(civil(due.at))


async def kept_board(book: Book, quarter: Quarter) -> Kept | None:
    """A quarter's board with its steps, while it is open."""
    found = await book.answer(MatterAt(quarter.code))
    return Kept(found) if found and found.closed_at is None else None


async def open_boards(book: Book) -> list[Kept]:
    """Every board that is not taken down, with its steps."""
    found = [await book.answer(MatterAt(one.code)) for one in await book.answer(OpenMatters(sort=SORT))]
    return [Kept(one) for one in found if one is not None]


async def today_of(book: Book, due: Due, quarter: Quarter, now: datetime | None = None) -> Today:
    """The present state of everything a board is drawn from."""
    return Today(now or due.at, due.rules, await book.answer(material_of(quarter, due.rules)))


async def voters(book: Book) -> tuple[Duty, ...]:
    """Everybody of the management group."""
    found: list[Duty] = []
    for role in ("supervisor", "secretary", "grid_worker"):
        found += management(await book.answer(OnDuty(role)))
    return tuple(found)
