"""Vouchers to bearer, as whoever hands them out or takes them asks for them."""

from sqlalchemy import bindparam, select

from domain.shop.bearer import Bearer, BearerAt, NextBearer
from storage.reading import Reader
from storage.tables.shop import bearer, drawer

_NEXT = (
    select(drawer.c.sealed, drawer.c.until_on, bearer.c.points)
    .join(bearer, (bearer.c.community == drawer.c.community) & (bearer.c.mark == drawer.c.mark))
    .where(drawer.c.community == bindparam("community"), drawer.c.until_on >= bindparam("on"))
    .order_by(drawer.c.week.desc(), drawer.c.mark)
)
_AT = select(bearer.c.points, bearer.c.until_on).where(
    bearer.c.community == bindparam("community"),
    bearer.c.mark == bindparam("mark"),
    bearer.c.until_on >= bindparam("on"),
)


async def next_bearer(reader: Reader, query: NextBearer) -> Bearer | None:
    """The next code of the drawer that can still be opened."""
    if reader.vault is None:
        return None
    for sealed, until_on, points in await reader.all(_NEXT, on=query.on):
        opened = reader.vault.open(sealed, "outbox")
        if opened is not None:
            return Bearer(opened.decode(), points, until_on)
    return None


async def bearer_at(reader: Reader, query: BearerAt) -> Bearer | None:
    """A code that may be spent."""
    if reader.vault is None:
        return None
    row = await reader.first(_AT, mark=reader.vault.mark("bearer", query.code), on=query.on)
    return Bearer(query.code, row[0], row[1]) if row else None


ANSWERS = {NextBearer: next_bearer, BearerAt: bearer_at}
