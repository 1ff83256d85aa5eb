"""What is owed to whom, and which conversations reach them."""

import json
from typing import Any

from sqlalchemy import bindparam, func, select

from domain.decision import Card, Target, Urgency
from domain.outbox import LeftSending, NextOwed, Owed, OwedNow, Route, RoutesTo
from storage.reading import Reader
from storage.tables.members import binding, duty, room
from storage.tables.outbox import outbox

_COLUMNS = (outbox.c.id, outbox.c.target, outbox.c.payload, outbox.c.urgency, outbox.c.attempts, outbox.c.expires_at)
_MINE = outbox.c.community == bindparam("community")
_UNSENT = (outbox.c.state == "pending") | (outbox.c.state == "sending")
_FIRST = select(func.min(outbox.c.id)).where(_MINE, _UNSENT).group_by(outbox.c.target)
_OWED = (
    select(*_COLUMNS)
    .where(_MINE, outbox.c.state == "pending", outbox.c.due_at <= bindparam("now"), outbox.c.id.in_(_FIRST))
    .order_by(outbox.c.urgency, outbox.c.id)
    .limit(bindparam("count"))
)
_NEXT = select(func.min(outbox.c.due_at)).where(_MINE, outbox.c.state == "pending")
_LEFT = select(*_COLUMNS).where(_MINE, outbox.c.state == "sending").order_by(outbox.c.id)
_OF_SUBJECT = select(binding.c.channel, binding.c.account).where(
    binding.c.community == bindparam("community"), binding.c.subject == bindparam("number")
)
_OF_STAFF = select(duty.c.channel, duty.c.account).where(
    duty.c.community == bindparam("community"), duty.c.person == bindparam("number")
)
_ROOMS = select(room.c.channel, room.c.room).where(
    room.c.community == bindparam("community"),
    room.c.kind == bindparam("kind"),
    room.c.grid == bindparam("grid"),
)


def _target(text: str) -> Target:
    kind, _, rest = text.partition(":")
    if kind in {"account", "room"}:
        channel, _, number = rest.partition(":")
        return Target(kind, number, channel)  # type: ignore[arg-type]
    return Target(kind, rest)  # type: ignore[arg-type]


def _owed(row: Any) -> Owed:  # noqa: ANN401 - a row of _COLUMNS
    number, target, payload, urgency, attempts, expires_at = row
    body = json.loads(payload)
    card = body.get("card")
    return Owed(
        id=number,
        target=_target(target),
        text=body.get("text", ""),
        card=Card(card["title"], tuple(card["lines"]), tuple(card["actions"])) if card else None,
        mentions=tuple((account, name) for account, name in body.get("mentions", ())),
        file=body.get("file", ""),
        urgency=Urgency(urgency),
        attempts=attempts,
        expires_at=expires_at,
    )


async def owed_now(reader: Reader, query: OwedNow) -> tuple[Owed, ...]:
    """What may be sent now."""
    return tuple(_owed(row) for row in await reader.all(_OWED, now=query.now, count=query.limit))


async def next_owed(reader: Reader, _query: NextOwed) -> int | None:
    """When something will be due."""
    row = await reader.first(_NEXT)
    return row[0] if row else None


async def left_sending(reader: Reader, _query: LeftSending) -> tuple[Owed, ...]:
    """What nobody reported on."""
    return tuple(_owed(row) for row in await reader.all(_LEFT))


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


ANSWERS = {OwedNow: owed_now, NextOwed: next_owed, LeftSending: left_sending, RoutesTo: routes_to}
