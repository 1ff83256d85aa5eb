"""Who is who: names and members as the gateway tells them, kept until an event says they changed."""

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from bot.channels.wechaty.failures import WireError
from bot.channels.wechaty.payloads import Contact, DirtyKind, Event, EventKind
from bot.channels.wechaty.transport import Link

_log = logging.getLogger(__name__)
_MOST = 4096

Key = TypeVar("Key")
Value = TypeVar("Value")


class _Shelf(Generic[Key, Value]):
    """A cache that forgets what was asked for longest ago."""

    def __init__(self) -> None:
        self._known: OrderedDict[Key, Value] = OrderedDict()

    async def get(self, key: Key, load: Callable[[], Awaitable[Value]]) -> Value:
        """The value, loaded where it is not known yet."""
        if key not in self._known:
            value = await load()
            self._known[key] = value
            if len(self._known) > _MOST:
                self._known.popitem(last=False)
            return value
        self._known.move_to_end(key)
        return self._known[key]

    def drop(self, concerned: Callable[[Key], bool]) -> None:
        """Forgets what is concerned."""
        for key in [key for key in self._known if concerned(key)]:
            del self._known[key]


class Directory:
    """Asks the gateway for names, and remembers them."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._contacts = _Shelf[str, Contact]()
        self._tells_friends = False
        self._members = _Shelf[tuple[str, str], tuple[str, ...]]()
        self._rooms = _Shelf[str, tuple[str, frozenset[str]]]()

    async def names(self, person: str, room: str = "") -> tuple[str, ...]:
        """What a person is called here, best name first; empty where nobody can tell."""
        try:
            if room:
                return await self._members.get(
                    (room, person), lambda: self._link.ask(lambda wire: wire.member_names(room, person))
                )
            return (await self._contact(person)).names
        except WireError as error:
            _log.warning("nameless: %s", error)
            return ()

    async def is_friend(self, person: str) -> bool:
        """False for a stranger; some puppets call nobody a friend, so a no counts once they said yes of anybody."""
        try:
            friend = (await self._contact(person)).friend
        except WireError as error:
            _log.warning("friend or not: %s", error)
            return True
        self._tells_friends |= friend
        return friend or not self._tells_friends

    def befriended(self, person: str) -> None:
        """Somebody became a friend."""
        self._contacts.drop(lambda key: key == person)

    async def _contact(self, person: str) -> Contact:
        return await self._contacts.get(person, lambda: self._link.ask(lambda wire: wire.contact(person)))

    async def room(self, room: str) -> tuple[str, frozenset[str]]:
        """A room's topic and members; empty where nobody can tell."""
        try:
            return await self._rooms.get(room, lambda: self._link.ask(lambda wire: wire.room(room)))
        except WireError as error:
            _log.warning("unknown room: %s", error)
            return "", frozenset()

    def forget(self, event: Event) -> None:
        """Drops what an event says is out of date."""
        room = event.text("roomId")
        if event.kind in {EventKind.ROOM_JOIN, EventKind.ROOM_LEAVE, EventKind.ROOM_TOPIC}:
            self._rooms.drop(lambda key: key == room)
        if event.kind == EventKind.ROOM_JOIN:
            joined = event.texts("inviteeIdList")
            self._members.drop(lambda key: key[0] == room and key[1] in joined)
        if event.kind == EventKind.DIRTY:
            self._forget_dirty(event.payload.get("payloadType"), event.text("payloadId"))

    def forget_all(self) -> None:
        """Drops everything: events that would have said what changed may have been missed."""
        for shelf in (self._contacts, self._members, self._rooms):
            shelf.drop(lambda _: True)

    def _forget_dirty(self, kind: object, changed: str) -> None:
        if kind == DirtyKind.CONTACT:
            self._contacts.drop(lambda key: key == changed)
            self._members.drop(lambda key: key[1] == changed)
        elif kind == DirtyKind.ROOM:
            self._rooms.drop(lambda key: key == changed)
        elif kind == DirtyKind.ROOM_MEMBER:
            # Puppets name the room alone, or the room and the member in one text.
            self._members.drop(lambda key: key[0] in changed)
