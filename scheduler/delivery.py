"""Outbox to channel: in order per chat, paced, retried where nothing was sent, never repeated where in doubt."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time

from domain.attachments import Attachment
from domain.channel import Channel
from domain.decision import Say, Unit, Urgency
from domain.members import AccountRef
from domain.outbox import (
    ExpiredNow,
    LeftSending,
    Mark,
    NextOwed,
    Owed,
    OwedNow,
    RoutesTo,
    SpokenSince,
    certain,
)
from domain.query import Posting
from scheduler.carrying import TRIES, Carrier
from scheduler.composing import Attachments, Content, Draw, composed
from scheduler.doors import Doors
from scheduler.pacing import HOUR
from scheduler.planning import Daily, Planner

log = logging.getLogger(__name__)

_AT_ONCE, _PAGE = 64, 500
_LEASE_MS = 60_000
_FOR_EVER = 2**62
_MORNING = time(7, 30)


class Delivery:
    """Sends what is owed; knows no calendar."""

    def __init__(
        self,
        book: Posting,
        channels: Mapping[str, Channel],
        now: Callable[[], datetime],
        morning: Callable[[], time] = lambda: _MORNING,
        draw: Draw | None = None,
    ) -> None:
        self._book = book
        self._now = now
        self._wanted = asyncio.Event()
        self._turn = asyncio.Lock()
        self._doors = Doors(channels)
        self._attachments = Attachments(book, draw)
        self._planner = Planner(book, self._doors, self._attachments, Daily(now, morning))
        self._carrier = Carrier(book, self._doors, self._ms)
        self._loaded = False
        self._checked = 0

    @property
    def outages(self) -> Mapping[str, int]:
        """The channels that are away for more than a quarter of an hour, and since when, in epoch ms."""
        return self._doors.outages

    @property
    def last_sent(self) -> int:
        """When this process last said something, in epoch ms; 0 where it never did."""
        return self._carrier.last_sent

    async def attachment(self, number: str) -> Attachment | None:
        """What goes along with a message, drawn where it has to be."""
        return await self._attachments.load(number)

    async def reaches(self, account: AccountRef) -> bool | None:
        """Whether something can be said privately to an account; None where only trying would show it."""
        return await self._doors.reaches(account)

    @property
    def stranded(self) -> tuple[Owed, ...]:
        """What waits first for every target that nothing leads to, as of the last look."""
        return self._planner.stranded

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._wanted.set()

    async def recover(self, *, alone: bool = True) -> None:
        """Decide about messages that an earlier process took: answers go again, public posts wait for a person.

        Where other processes may be at work, only about those that were taken more than a minute ago.
        """
        now = self._ms()
        left = await self._book.answer(LeftSending(_FOR_EVER if alone else now - _LEASE_MS))
        await self._mark([_left(owed, now) for owed in left])

    async def run(self, poll_seconds: float = 1.0) -> None:
        """Send for ever: at once when woken, else at every poll, since delayed messages fall due by the clock."""
        while True:
            self._wanted.clear()
            try:
                await self.drain()
            except Exception as broken:  # noqa: BLE001 - delivery outlives a database that is away
                log.error("delivery_stopped %s", type(broken).__name__)  # noqa: TRY400 - traces may hold content
            try:
                await asyncio.wait_for(self._wanted.wait(), self._pause(poll_seconds))
            except TimeoutError:
                continue

    def _pause(self, poll_seconds: float) -> float:
        now = self._ms()
        change = self._doors.next_change(now)
        return poll_seconds if change is None else min(poll_seconds, max(0.01, (change - now) / 1000))

    async def drain(self) -> None:
        """Send until nothing more is due."""
        async with self._turn:
            await self._prepare()
            while await self._round():
                continue

    async def next_due(self) -> int | None:
        """When something will be due, in epoch ms; what waits for a person or a channel has no such time."""
        now = self._ms()
        moments = [
            await self._book.answer(NextOwed(now)),
            self._doors.next_change(now) if self._planner.waiting else None,
        ]
        return min((moment for moment in moments if moment is not None), default=None)

    async def _prepare(self) -> None:
        now = self._ms()
        if not self._loaded and self._doors.limited:
            self._doors.remember(await self._book.answer(SpokenSince(now - HOUR)))
        self._loaded = True
        if abs(now - self._checked) >= _LEASE_MS:
            # No message of this process is under way here, so whatever was taken long ago was forgotten.
            await self.recover(alone=False)
            self._checked = now
        while expired := await self._book.answer(ExpiredNow(now)):
            await self._mark([Mark(owed.id, "expired", owed.attempts, served=owed.served) for owed in expired])

    async def _round(self) -> bool:
        now = self._ms()
        self._doors.look(now)
        self._planner.begin()
        changed, after = False, (-1, 0)
        while heads := await self._book.answer(OwedNow(now, _PAGE, after)):
            for first in range(0, len(heads), _AT_ONCE):
                if not self._doors.any_open(now):
                    self._planner.waiting = True
                    return changed
                changed |= await self._send_all(heads[first : first + _AT_ONCE])
            after = (int(heads[-1].urgency), heads[-1].id)
            if len(heads) < _PAGE:
                break
        self._planner.end()
        return changed

    async def _send_all(self, heads: Sequence[Owed]) -> bool:
        """Plan in order, so that quotas go to the urgent first, and send side by side."""
        tasks: list[asyncio.Task[bool]] = []
        moved = False
        async with asyncio.TaskGroup() as group:
            for owed in heads:
                plan = await self._planner.plan(owed)
                if isinstance(plan, Mark):
                    await self._mark([plan])
                    moved = True
                elif plan is not None:
                    tasks.append(group.create_task(self._carrier.carry(plan)))
        self._planner.doors_taken.clear()
        return moved or any(task.result() for task in tasks)

    async def say_now(self, says: Sequence[Say]) -> None:
        """Say what changed nothing without writing it down; what cannot be sent now joins the outbox."""
        left = [say for say in says if not await self._say(say)]
        if left:
            await self._book.post(Unit(None, tuple(left), at=self._ms()))
            self.wake()

    async def _say(self, say: Say) -> bool:
        found = self._doors.fitting(say.to, say.urgency, await self._book.answer(RoutesTo(say.to)))
        now = self._ms()
        routes = [route for route in found if self._doors.is_up(route, now)]
        if not routes or (len(routes) < len(found) and routes[0].scene == "group"):
            return False
        if any(self._doors.needs_human(route) for route in routes):
            return False
        content = Content(say.text, say.card, say.mentions, await self._attachments.load(say.file))
        for route in routes if routes[0].scene == "group" else routes[:1]:
            for outgoing in composed(content, route, self._doors.channel(route).capabilities):
                if self._doors.ready_at(route, self._ms()) > self._ms():
                    return False
                spoke = self._doors.speak(route, self._ms())
                outcome, _ = await self._carrier.send(route, outgoing)
                if spoke:
                    await self._book.post(Unit(None, spoke, at=self._ms()))
                if outcome != "sent":
                    return False
        return True

    async def _mark(self, marks: Sequence[Mark]) -> None:
        if marks:
            await self._book.post(Unit(None, tuple(marks), at=self._ms()))

    def _ms(self) -> int:
        return int(self._now().timestamp() * 1000)


def _left(owed: Owed, now: int) -> Mark:
    if owed.urgency is Urgency.PUBLIC:
        return Mark(owed.id, "in_doubt", owed.attempts, now, served=owed.served)
    state = "dead" if owed.attempts >= TRIES else "pending"
    return Mark(owed.id, state, owed.attempts, now, served=certain(owed.served))  # type: ignore[arg-type]
