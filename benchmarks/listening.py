"""A channel that takes what is said to it and wakes whoever waits for an answer."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from bot.clock import SHANGHAI
from domain.channel import Capabilities, ChannelStatus, Outgoing
from domain.message import Message

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
_CAPABILITIES = Capabilities(
    reads_group=True,
    posts_to_group=True,
    private=True,
    push=True,
    buttons=False,
    pictures=True,
    quota_per_minute=None,
    needs_human=False,
)


class Listener:
    """A channel that takes what is said to it and wakes whoever waits for an answer."""

    name = "bench"
    capabilities = _CAPABILITIES

    def __init__(self) -> None:
        self._waiting: dict[str, list[asyncio.Future[Outgoing]]] = {}

    def answer_in(self, conversation: str) -> "asyncio.Future[Outgoing]":
        """The next thing said in a conversation."""
        future: asyncio.Future[Outgoing] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(conversation, []).append(future)
        return future

    async def run(self, receive: Callable[[Message], None]) -> None:
        """Nothing comes in by itself."""
        await asyncio.Event().wait()

    async def send(self, outgoing: Outgoing) -> str:
        """Take it."""
        waiting = self._waiting.get(outgoing.conversation)
        if waiting:
            waiting.pop(0).set_result(outgoing)
        return ""

    def status(self) -> ChannelStatus:
        """Always there."""
        return ChannelStatus("online", "", datetime.fromtimestamp(0, UTC))
