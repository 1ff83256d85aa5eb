"""Outbox to channel: in order per chat, paced, retried where nothing was sent, never repeated where in doubt."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from domain.channel import Channel, ChannelDown, Outgoing, SendInDoubt, SendRefused
from domain.decision import Card, Say, Unit, Urgency
from domain.outbox import LeftSending, Mark, NextOwed, Owed, OwedNow, Route, RoutesTo
from domain.query import Posting
from domain.text import speakable
from scheduler.pacing import Pacer, Quota

log = logging.getLogger(__name__)

TRIES = 5
_BACK_OFF_MS = (2_000, 10_000, 60_000, 300_000)
_NOWHERE_MS = 600_000
_DOWN_MS = 5_000


class Delivery:
    """Sends what is owed; knows no calendar."""

    def __init__(self, book: Posting, channels: Mapping[str, Channel], now: Callable[[], datetime]) -> None:
        self._book = book
        self._channels = channels
        self._now = now
        self._wanted = asyncio.Event()
        self._pacers = {name: Pacer(Quota(channel.capabilities.quota_per_minute)) for name, channel in channels.items()}

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._wanted.set()

    async def recover(self) -> None:
        """Decide about messages that an earlier process took: answers go again, public posts wait for a person."""
        marks = [
            Mark(owed.id, "in_doubt" if owed.urgency is Urgency.PUBLIC else "pending", owed.attempts, self._ms())
            for owed in await self._book.answer(LeftSending())
        ]
        await self._mark(marks)

    async def run(self, poll_seconds: float = 1.0) -> None:
        """Send for ever: at once when woken, else at every poll, since delayed messages fall due by the clock."""
        while True:
            await self.drain()
            self._wanted.clear()
            try:
                await asyncio.wait_for(self._wanted.wait(), poll_seconds)
            except TimeoutError:
                continue

    async def drain(self) -> None:
        """Send until nothing more is due."""
        while owed := await self._book.answer(OwedNow(self._ms())):
            marks = [mark for mark in await asyncio.gather(*(self._deliver(one) for one in owed)) if mark]
            if not marks:
                return
            await self._mark(marks)

    async def next_due(self) -> int | None:
        """When something will be due, in epoch ms."""
        return await self._book.answer(NextOwed())

    async def say_now(self, says: Sequence[Say]) -> None:
        """Say what changed nothing without writing it down; what cannot be sent now joins the outbox."""
        left: list[Say] = []
        for say in says:
            routes = await self._book.answer(RoutesTo(say.to))
            try:
                for route in routes:
                    await self._send(route, _outgoing(route, say.text, say.card, say.mentions, say.file))
            except (ChannelDown, SendInDoubt):
                left.append(say)
            except SendRefused:
                log.warning("answer refused by the platform")
        if left:
            await self._book.post(Unit(None, tuple(left), at=self._ms()))

    async def _deliver(self, owed: Owed) -> Mark | None:
        now = self._ms()
        if owed.expires_at is not None and owed.expires_at <= now:
            return Mark(owed.id, "expired", owed.attempts)
        routes = self._known(await self._book.answer(RoutesTo(owed.target)))
        if not routes:
            # Nobody is there yet; that costs no try either, and only an expiry date ends the waiting.
            return Mark(owed.id, "pending", owed.attempts, now + _NOWHERE_MS)
        ready = max(self._pacers[route.channel].ready_at(route.conversation, now) for route in routes)
        if ready > now:
            return Mark(owed.id, "pending", owed.attempts, ready)
        await self._mark([Mark(owed.id, "sending", owed.attempts + 1, now)])
        return await self._try(owed, routes)

    def _known(self, routes: Sequence[Route]) -> Sequence[Route]:
        return [route for route in routes if route.channel in self._channels]

    async def _try(self, owed: Owed, routes: Sequence[Route]) -> Mark:
        sent = ""
        try:
            for route in routes:
                sent = await self._send(route, _outgoing(route, owed.text, owed.card, owed.mentions, owed.file))
        except ChannelDown:
            # A channel that is down costs no try: nothing of what waits for it may be lost.
            return Mark(owed.id, "pending", owed.attempts, self._ms() + _DOWN_MS)
        except SendRefused:
            log.warning("message %s refused by the platform", owed.id)
            return Mark(owed.id, "dead", owed.attempts + 1)
        except SendInDoubt:
            if owed.urgency is Urgency.PUBLIC:
                return Mark(owed.id, "in_doubt", owed.attempts + 1)
            return self._later(owed, _BACK_OFF_MS[min(owed.attempts, len(_BACK_OFF_MS) - 1)])
        return Mark(owed.id, "sent", owed.attempts + 1, sent_at=self._ms(), platform_id=sent)

    def _later(self, owed: Owed, delay_ms: int) -> Mark:
        if owed.attempts + 1 >= TRIES:
            return Mark(owed.id, "dead", owed.attempts + 1)
        return Mark(owed.id, "pending", owed.attempts + 1, self._ms() + delay_ms)

    async def _send(self, route: Route, outgoing: Outgoing) -> str:
        channel = self._channels.get(route.channel)
        if channel is None:
            raise ChannelDown(route.channel)
        sent = await channel.send(outgoing)
        self._pacers[route.channel].spoke(route.conversation, self._ms())
        return sent

    async def _mark(self, marks: Sequence[Mark]) -> None:
        if marks:
            await self._book.post(Unit(None, tuple(marks), at=self._ms()))

    def _ms(self) -> int:
        return int(self._now().timestamp() * 1000)


def _outgoing(route: Route, text: str, card: Card | None, mentions: tuple[tuple[str, str], ...], file: str) -> Outgoing:
    said = speakable(text)
    if card is not None:
        said = "\n".join(part for part in (said, speakable(card.as_text())) if part)
    return Outgoing(route.conversation, route.scene, said, mentions, card=card, file=file)
