"""Which conversations reach whom."""

from sqlalchemy import bindparam, select

from domain.outbox import Route, RoutesTo
from storage.reading import Reader
from storage.tables.members import binding, duty, room

_OF_SUBJECT = (
    select(binding.c.channel, binding.c.account)
    .where(binding.c.community == bindparam("community"), binding.c.subject == bindparam("number"))
    .order_by(binding.c.channel, binding.c.account)
)
_OF_STAFF = (
    select(duty.c.channel, duty.c.account)
    .where(duty.c.community == bindparam("community"), duty.c.person == bindparam("number"))
    .order_by(duty.c.channel, duty.c.account)
)
_ROOMS = (
    select(room.c.channel, room.c.room)
    .where(
        room.c.community == bindparam("community"),
        room.c.kind == bindparam("kind"),
        room.c.grid == bindparam("grid"),
    )
    .order_by(room.c.channel, room.c.room)
)


async def routes_to(reader: Reader, query: RoutesTo) -> tuple[Route, ...]:
    """The conversations that reach a target."""
    target = query.target
    if target.kind == "account":
        return (Route(target.channel, target.id, "private"),)
    if target.kind == "room":
        return (Route(target.channel, target.id, "group"),)
    if target.kind in {"grid", "staff_group"}:
        kind = "grid" if target.kind == "grid" else "staff"
        return tuple(Route(row[0], row[1], "group") for row in await reader.all(_ROOMS, kind=kind, grid=target.id))
    statement = _OF_SUBJECT if target.kind == "subject" else _OF_STAFF
    rows = await reader.all(statement, number=int(target.id))
    return tuple(Route(row[0], row[1], "private") for row in rows)


ANSWERS = {RoutesTo: routes_to}
