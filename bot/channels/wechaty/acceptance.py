"""Friend requests and invitations accepted by rule, and people who join told of, one after the other."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from bot.channels.wechaty.directory import Directory
from bot.channels.wechaty.failures import WireError
from bot.channels.wechaty.order import Recent
from bot.channels.wechaty.payloads import Event, EventKind, Friendship
from bot.channels.wechaty.transport import Link
from domain.happenings import FriendAdded, Happening, RoomJoined

_log = logging.getLogger(__name__)

ANYBODY = "*"


@dataclass(frozen=True, slots=True)
class Rules:
    """Whose friendship and whose invitations are accepted; ``*`` as an inviter stands for anybody."""

    friends: bool
    rooms_from: tuple[str, ...]


class Doorkeeper:
    """Deals with the events at the door."""

    def __init__(self, link: Link, directory: Directory, rules: Rules, tell: Callable[[Happening], None]) -> None:
        self._link = link
        self._directory = directory
        self._rules = rules
        self._tell = tell
        self._recent = Recent()
        self._events: asyncio.Queue[tuple[Event, str]] = asyncio.Queue()

    def add(self, event: Event, me: str) -> None:
        """Something happened at the door; ``me`` is the bot's own account."""
        self._events.put_nowait((event, me))

    async def run(self) -> None:
        """Works for ever."""
        while True:
            event, me = await self._events.get()
            try:
                await self._deal(event, me)
            except WireError as error:
                self._recent.forget(event.text("friendshipId") or event.text("roomInvitationId"))
                _log.warning("not dealt with: event %s: %s", event.kind, error)
            except Exception:  # noqa: BLE001 - a greeting that fails must not take the channel down
                _log.exception("failed: event %s", event.kind)

    async def _deal(self, event: Event, me: str) -> None:
        if event.kind == EventKind.FRIENDSHIP:
            await self._friendship(event.text("friendshipId"))
        elif event.kind == EventKind.ROOM_INVITE:
            await self._invitation(event.text("roomInvitationId"))
        elif event.kind == EventKind.ROOM_JOIN:
            await self._joined(event, me)

    async def _friendship(self, friendship: str) -> None:
        if not self._recent.add(friendship):
            return
        about = await self._link.ask(lambda wire: wire.friendship(friendship))
        if about.type == Friendship.CONFIRMED:
            self._directory.befriended(about.contact)
            names = await self._directory.names(about.contact)
            self._tell(FriendAdded(about.contact, names[0] if names else ""))
        elif about.type == Friendship.RECEIVED and self._rules.friends:
            await self._link.ask(lambda wire: wire.accept_friendship(friendship))
            _log.info("accepted: a friend request")
        else:
            _log.info("left open: a friend request")

    async def _invitation(self, invitation: str) -> None:
        if not self._recent.add(invitation):
            return
        about = await self._link.ask(lambda wire: wire.invitation(invitation))
        if about.inviter in self._rules.rooms_from or ANYBODY in self._rules.rooms_from:
            await self._link.ask(lambda wire: wire.accept_invitation(invitation))
            _log.info("accepted: an invitation to a room")
        else:
            _log.info("left open: an invitation to a room, its inviter is not on the list")

    async def _joined(self, event: Event, me: str) -> None:
        room, joined = event.text("roomId"), event.texts("inviteeIdList")
        topic, _ = await self._directory.room(room)
        members = []
        for member in joined:
            if member != me:
                names = await self._directory.names(member, room)
                members.append((member, names[0] if names else ""))
        self._tell(RoomJoined(room, topic, tuple(members), bot_joined=me in joined))
