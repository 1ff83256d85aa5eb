"""Rooms taken and given back; who comes second finds the quarter taken and decides again."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, insert

from domain.bookings.booking import FreeRoom, HoldRoom, cells
from storage.posting.scope import Batch, Poster
from storage.tables.bookings import booked

_TAKE = insert(booked)
_FREE = delete(booked).where(booked.c.community == bindparam("community"), booked.c.code == bindparam("code"))


def hold(batch: Batch, effects: Sequence[tuple[int, HoldRoom]]) -> None:
    """Take every quarter of the time."""
    rows = [
        {"resource": one.resource, "cell": cell, "code": batch.text(unit, str(one.code))}
        for unit, one in effects
        for cell in cells(one.since, one.until)
    ]
    batch.write(_TAKE, rows)


def free(batch: Batch, effects: Sequence[tuple[int, FreeRoom]]) -> None:
    """Give back what a booking took."""
    batch.write(_FREE, [{"code": one.code} for _, one in effects])


POSTERS: dict[type, Poster] = {HoldRoom: hold, FreeRoom: free}
