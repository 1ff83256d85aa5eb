"""Which quarters of a room are taken."""

from sqlalchemy import bindparam, select

from domain.bookings.booking import TakenCells
from storage.reading import Reader
from storage.tables.bookings import booked

_TAKEN = select(booked.c.cell).where(
    booked.c.community == bindparam("community"),
    booked.c.resource == bindparam("resource"),
    booked.c.cell >= bindparam("since"),
    booked.c.cell < bindparam("until"),
)


async def taken_cells(reader: Reader, query: TakenCells) -> frozenset[int]:
    """The beginnings of the taken quarters."""
    rows = await reader.all(_TAKEN, resource=query.resource, since=query.since, until=query.until)
    return frozenset(row[0] for row in rows)


ANSWERS = {TakenCells: taken_cells}
