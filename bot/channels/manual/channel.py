"""The manual door behind the port: it hears nothing, and whatever goes out of it is handed to a person."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.channels.manual import wording
from domain.channel import Capabilities, ChannelStatus, Outgoing, SendRefused
from domain.message import Message


class ManualChannel:
    """Groups that a person writes to."""

    capabilities = Capabilities(
        reads_group=False,
        posts_to_group=True,
        private=False,
        push=True,
        buttons=False,
        pictures=True,
        quota_per_minute=None,
        needs_human=True,
    )

    def __init__(self, name: str, now: Callable[[], datetime]) -> None:
        self.name = name
        self._since = now()

    def status(self) -> ChannelStatus:
        """A person is always there in the end."""
        return ChannelStatus("online", wording.READY, self._since)

    async def run(self, receive: Callable[[Message], None]) -> None:  # noqa: ARG002 - nobody is heard here
        """Waits for ever."""
        await asyncio.Event().wait()

    async def send(self, outgoing: Outgoing) -> str:  # noqa: ARG002 - as above
        """Never sends: delivery hands the text to a person instead."""
        raise SendRefused("a person has to paste it")
