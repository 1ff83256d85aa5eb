"""The WeChat channel: everything of this folder joined behind the port."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.channels.wechaty import outbound, secure, wording
from bot.channels.wechaty.acceptance import Doorkeeper, Rules
from bot.channels.wechaty.directory import Directory
from bot.channels.wechaty.failures import Unauthenticated, WireError
from bot.channels.wechaty.inbound import Reader
from bot.channels.wechaty.order import Order
from bot.channels.wechaty.payloads import Event, EventKind, MessageType, Received
from bot.channels.wechaty.standing import Standing
from bot.channels.wechaty.stream import Pace
from bot.channels.wechaty.transport import Link
from bot.channels.wechaty.wire import Address
from domain.channel import Capabilities, ChannelDown, ChannelStatus, Outgoing
from domain.happenings import Happening, Recalled, SaidByBot
from domain.message import Message

_AT_THE_DOOR = frozenset({EventKind.FRIENDSHIP, EventKind.ROOM_INVITE, EventKind.ROOM_JOIN})


@dataclass(frozen=True, slots=True)
class WechatySettings:
    """Where the gateway is, and whom the bot lets in."""

    endpoint: str
    """``host:port``"""
    token: str = field(repr=False)
    ca_file: Path | None = None
    tls: bool = True
    accept_friends: bool = True
    accept_rooms_from: tuple[str, ...] = ()
    """Account ids whose invitations are accepted; ``*`` stands for anybody."""
    switch_seconds: int = 0
    """How long the account rests before it turns to another chat."""
    pace: Pace = field(default_factory=Pace)


def _no_greeting(_: Happening) -> None:
    """Nobody wants to know."""


class WechatyChannel:
    """People on WeChat, through a Wechaty gateway."""

    capabilities = Capabilities(
        reads_group=True,
        posts_to_group=True,
        private=True,
        push=True,
        buttons=False,
        pictures=True,
        quota_per_minute=40,
        needs_human=False,
        chat_gap_ms=1_000,
    )

    def __init__(
        self,
        settings: WechatySettings,
        now: Callable[[], datetime],
        on_event: Callable[[Happening], None] = _no_greeting,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        *,
        name: str = "wechaty",
    ) -> None:
        self.name = name
        self.capabilities = replace(self.capabilities, switch_gap_ms=1_000 * settings.switch_seconds)
        self._standing = Standing(now)
        self._link = Link(address_of(settings), settings.pace, self._lost, sleep)
        self._directory = Directory(self._link)
        self._reader = Reader(self.name, self._link, self._directory)
        self._rules = Rules(settings.accept_friends, settings.accept_rooms_from)
        self._on_event = on_event

    def status(self) -> ChannelStatus:
        """Whether the account is logged in."""
        return self._standing.status

    async def run(self, receive: Callable[[Message], None]) -> None:
        """Hands over what is said, reconnecting for ever; returns only when the token is refused."""
        order = Order(self._load, partial(self._hand_over, receive))
        door = Doorkeeper(self._link, self._directory, self._rules, self._on_event)
        self._standing.become("connecting", wording.CONNECTING)
        try:
            async with asyncio.TaskGroup() as group:
                workers = [group.create_task(order.run()), group.create_task(door.run())]
                with suppress(Unauthenticated):
                    await self._link.run(partial(self._handle, order, door))
                for worker in workers:
                    worker.cancel()
            self._standing.become("refused", wording.REFUSED)
        except BaseException:
            self._standing.become("offline", wording.STOPPED)
            raise

    async def knows(self, person: str) -> bool:
        """Friends alone can be written to privately."""
        return await self._directory.is_friend(person)

    async def send(self, outgoing: Outgoing) -> str:
        """Sends once; fails at once while the account is not logged in."""
        wire = self._link.wire
        if wire is None or not self._standing.online:
            raise ChannelDown(self._standing.status.detail)
        return await outbound.say(wire, outgoing)

    def _handle(self, order: Order, door: Doorkeeper, event: Event) -> None:
        self._standing.follow(event)
        self._directory.forget(event)
        if event.kind == EventKind.MESSAGE:
            order.add(event.text("messageId"))
        elif event.kind in _AT_THE_DOOR:
            door.add(event, self._standing.me)

    def _lost(self, error: WireError) -> None:
        self._standing.lose(error)
        self._directory.forget_all()

    async def _load(self, message_id: str) -> Received:
        return await self._link.ask(lambda wire: wire.message(message_id))

    async def _hand_over(self, receive: Callable[[Message], None], got: Received) -> None:
        me = self._standing.me
        if got.sender == me:  # some puppets tell of the bot's own words as well
            self._on_event(SaidByBot(got.room or got.receiver, got.id, got.text))
        elif got.type == MessageType.RECALLED:  # its words are the id of what was taken back
            self._on_event(Recalled(got.sender, got.text.strip()))
        else:
            receive(await self._reader.read(got, me))


def address_of(settings: WechatySettings) -> Address:
    """The settings in the wire's terms; ValueError where the endpoint is no ``host:port``."""
    host, colon, port = settings.endpoint.rpartition(":")
    if not (host and colon and port.isdecimal()):
        raise ValueError(f"the endpoint has to be host:port, not {settings.endpoint!r}")
    tls = secure.trust(settings.ca_file) if settings.tls else None
    return Address(host.strip("[]"), int(port), settings.token, tls)
