"""群绑定: which platform room is which grid's group, or the staff's own."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk import page_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.channel import Titled
from domain.desk import BoundRooms, UnbindRoom
from domain.enrolment import BindRoom, GridsOf

_STAFF = "!staff"
"""What the form sends for the staff's own group; no grid's code begins so."""


async def _show(visit: Visit) -> Mapping[str, Any]:
    bound = await visit.app.store.answer(BoundRooms())
    heard = visit.app.dispatcher.hearing.rooms
    known = {(one.channel, one.room) for one in bound}
    return {
        "bound": bound,
        "heard": heard,
        "strangers": sorted(
            ((*key, at) for key, at in heard.items() if key not in known), key=lambda row: row[2], reverse=True
        ),
        "titles": {key: _title(visit, *key) for key in {*heard, *known}},
        "grids": await visit.app.store.answer(GridsOf()),
        "channels": sorted(visit.app.channels),
        "staff": _STAFF,
    }


def _title(visit: Visit, name: str, room: str) -> str:
    """What people call a room, where its channel knows."""
    channel = visit.app.channels.get(name)
    return channel.title(room) if isinstance(channel, Titled) else ""


async def _bind(visit: Visit) -> Outcome:
    channel, room, wanted = visit.field("channel"), visit.field("room"), visit.field("grid")
    if not room or channel not in visit.app.channels:
        return refused(page_wording.NO_ROOM)
    if wanted == _STAFF:
        done = page_wording.ROOM_BOUND.format(place=page_wording.STAFF_GROUP)
        return Outcome(done, (BindRoom(channel, room, "staff"),))
    grids = {grid.code: grid.name for grid in await visit.app.store.answer(GridsOf())}
    if wanted not in grids:
        return refused(page_wording.NO_GRID)
    return Outcome(page_wording.ROOM_BOUND.format(place=grids[wanted]), (BindRoom(channel, room, "grid", wanted),))


async def _unbind(visit: Visit) -> Outcome:
    return Outcome(page_wording.ROOM_UNBOUND, (UnbindRoom(visit.field("channel"), visit.field("room")),))


page = Page("rooms", "群绑定", Part.DAILY, 30, _show, {"bind": Act("绑定群", _bind), "unbind": Act("解绑群", _unbind)})
