"""A channel that only listens, and messages of it."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.clock import SHANGHAI
from domain.channel import Capabilities, ChannelStatus, Outgoing
from domain.message import Message

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)


class Listener:
    name = "quiet"
    capabilities = Capabilities(
        reads_group=True,
        posts_to_group=True,
        private=True,
        push=True,
        buttons=False,
        pictures=False,
        quota_per_minute=None,
        needs_human=False,
    )

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []

    async def run(self, receive: Callable[[Message], None]) -> None:  # noqa: ARG002 - nothing comes in by itself
        await asyncio.Event().wait()

    async def send(self, outgoing: Outgoing) -> str:
        self.sent.append(outgoing)
        return ""

    def status(self) -> ChannelStatus:
        return ChannelStatus("online", "", NOW)


def said(number: int, text: str, sender: str = "p1", room: str = "g1") -> Message:
    scene = "group" if room else "private"
    return Message("quiet", f"m{number}", NOW, sender, sender, scene, room, text, addressed=not room)  # type: ignore[arg-type]
