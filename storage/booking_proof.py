"""The proof that the quarters of an hour that are taken are those that bookings hold."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from domain.bookings.booking import AGREED, ASKED, ASKED_AFTER, LAPSED, MISSED, SORT, USED, cells, milliseconds
from domain.shop.times import moment_of
from storage.tables.bookings import booked
from storage.tables.matters import matter
from storage.tables.shop import voucher

_HOLD = frozenset({ASKED, AGREED, ASKED_AFTER, USED, MISSED})
Cells = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class _Booking:
    """What a code may hold, and whether it must hold it or must hold nothing."""

    code: str
    may: Cells
    must: bool = False

    def agrees(self, taken: Cells) -> bool:
        return taken == self.may or (not self.must and not taken)


def prove_bookings(connection: Connection, community: str) -> list[str]:
    """Every booking that does not hold its time, and every time that no booking holds."""
    taken: dict[str, set[tuple[str, int]]] = {}
    rows = select(booked.c.code, booked.c.resource, booked.c.cell).where(booked.c.community == community)
    for code, resource, cell in connection.execute(rows):
        taken.setdefault(code, set()).add((resource, cell))
    known = {one.code: one for one in (*_rooms(connection, community), *_vouchers(connection, community))}
    wrong = {code for code, one in known.items() if not one.agrees(frozenset(taken.get(code, ())))}
    return [f"booking {_shown(code)}: its time is not what is taken" for code in sorted(wrong | taken.keys() - known)]


def _shown(code: str) -> str:
    return f"{code[:3]}…" if code.startswith("V") else code


def _rooms(connection: Connection, community: str) -> Iterator[_Booking]:
    rows = select(matter.c.code, matter.c.state, matter.c.facts)
    for code, state, text in connection.execute(rows.where(matter.c.community == community, matter.c.sort == SORT)):
        facts = json.loads(text)
        if "since" in facts:
            held = _of(facts["resource"], cells(int(facts["since"]), int(facts["until"])))
            # What nobody answered the day after lapses with its time, what nobody answered before without.
            yield _Booking(code, held if state in {*_HOLD, LAPSED} else frozenset(), state in _HOLD)
        else:
            # Whoever booked has left: of the booking only its code is kept.
            yield _Booking(code, _whatever(connection, community, code))


def _vouchers(connection: Connection, community: str) -> Iterator[_Booking]:
    columns = (voucher.c[name] for name in ("code", "state", "reward", "place", "starts", "ends"))
    rows = select(*columns).where(voucher.c.community == community, voucher.c.starts != "")
    for code, state, reward, place, starts, ends in connection.execute(rows):
        since, until = (milliseconds(moment_of(one)) for one in (starts, ends))
        good = state in {"issued", "used"}
        # A course has seats for many at once and takes no room; a room of the register is one person's.
        yield _Booking(code, _of(place, cells(since, until)) if good else frozenset(), good and place != reward)


def _of(resource: str, quarters: Iterable[int]) -> Cells:
    return frozenset((resource, cell) for cell in quarters)


def _whatever(connection: Connection, community: str, code: str) -> Cells:
    rows = select(booked.c.resource, booked.c.cell).where(booked.c.community == community, booked.c.code == code)
    return frozenset((resource, cell) for resource, cell in connection.execute(rows))
