"""Carries one plan out: claims the message, takes step after step, and writes down how each one ended."""

import asyncio
import logging
from collections.abc import Callable
from typing import Literal

from domain.channel import ChannelDown, HeldBack, Outgoing, SendInDoubt, SendRefused
from domain.decision import Unit, Urgency
from domain.outbox import DOUBTED, REFUSED, Mark, OutboxState, Route, Take, certain
from domain.query import Posting
from domain.refusal import Moved
from scheduler.doors import Doors
from scheduler.pasting import pasted
from scheduler.planning import Plan, Step, chat_of, left_of

log = logging.getLogger(__name__)

TRIES = 5
_BACK_OFF_MS = (2_000, 10_000, 60_000, 300_000)
_LONGEST_SEND = 45.0
"""Seconds; shorter than the minute after which another process takes a message over."""

Outcome = Literal["sent", "down", "refused", "doubt"]


class Carrier:
    """Sends; one message at a time is one call."""

    def __init__(self, book: Posting, doors: Doors, ms: Callable[[], int]) -> None:
        self._book = book
        self._doors = doors
        self._ms = ms
        self.last_sent = 0

    async def carry(self, plan: Plan) -> bool:
        """Send what is left of a message; True where that changed what is due."""
        try:
            return await self._carry(plan)
        except Moved:
            return False  # another process was faster
        except Exception as broken:  # noqa: BLE001 - one message may not end delivery; it is found again later
            log.error("message_left %s", type(broken).__name__)  # noqa: TRY400 - traces may hold content
            return False

    async def _carry(self, plan: Plan) -> bool:
        served, taken, failed, platform_id = plan.owed.served, False, False, ""
        shut: set[Route] = set()
        for step in plan.left:
            if step.route in shut:
                continue
            if taken and not self._may(step.route):
                shut.add(step.route)
                continue
            spoke = self._doors.speak(step.route, self._ms()) if taken else plan.spoke
            if self._doors.needs_human(step.route) and not self._doors.confirms(step.route):
                served = (*served, step.key)
                written = self._going_on(plan, served) if taken else self._taking(plan, served)
                await self._post(*written, *await self._pasted(plan, step))
                taken = True
                continue
            begun = (*served, DOUBTED + step.key)
            await self._post(*(self._going_on(plan, begun) if taken else self._taking(plan, begun)), *spoke)
            taken = True
            outcome, sent_as = await self.send(step.route, step.outgoing)
            platform_id = sent_as or platform_id
            if self._doors.needs_human(step.route) and outcome in {"sent", "refused"}:
                # What the platform will not hold for a person's confirmation, a person can still paste.
                served = (*served, step.key)
                await self._post(*self._going_on(plan, served), *await self._pasted(plan, step, sent_as))
                continue
            served, failed = self._after(plan, step, outcome, served)
            if outcome != "sent":
                shut.add(step.route)
        return await self._close(plan, served, platform_id, failed=failed)

    async def _pasted(self, plan: Plan, step: Step, task: str = "") -> tuple[object, ...]:
        return await pasted(self._book, plan.owed, step, self._doors.title(step.route), task)

    def _may(self, route: Route) -> bool:
        now = self._ms()
        return self._doors.is_up(route, now) and self._doors.ready_at(route, now) <= now

    def _taking(self, plan: Plan, served: tuple[str, ...]) -> tuple[Take, ...]:
        now = self._ms()
        return tuple(Take(one.id, one.attempts + 1, served, now) for one in (plan.owed, *plan.joined))

    def _going_on(self, plan: Plan, served: tuple[str, ...]) -> tuple[Mark, ...]:
        now = self._ms()
        return tuple(Mark(one.id, "sending", one.attempts + 1, now, served=served) for one in (plan.owed, *plan.joined))

    def _after(self, plan: Plan, step: Step, outcome: Outcome, served: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        """The steps taken after this one, and whether the whole message has to be tried again later."""
        if outcome == "sent":
            return (*served, step.key), False
        if outcome == "refused":
            return (*served, REFUSED + step.key), False
        if outcome == "doubt" and plan.owed.urgency is Urgency.PUBLIC:
            return (*served, DOUBTED + step.key), False
        return served, outcome == "doubt"

    async def _close(self, plan: Plan, served: tuple[str, ...], platform_id: str, *, failed: bool) -> bool:
        state = self._state(plan, served, failed=failed)
        now, owed = self._ms(), plan.owed
        by_another = state == "dead" and not failed and plan.other_door
        if state == "pending" or by_another:
            due = now + _BACK_OFF_MS[min(owed.attempts, len(_BACK_OFF_MS) - 1)] if failed else owed.due_at
            kept = () if plan.joined and not by_another else served
            back = [Mark(one.id, "pending", one.attempts, one.due_at) for one in plan.joined]
            await self._post(Mark(owed.id, "pending", owed.attempts + failed, due, served=kept), *back)
            return not failed and kept != owed.served
        if state == "dead":
            log.error("message_dead")
            back = [Mark(one.id, "pending", one.attempts, one.due_at) for one in plan.joined]
            await self._post(Mark(owed.id, "dead", owed.attempts + 1, now, served=served), *back)
            return True
        sent_at = now if state == "sent" else 0
        done = Mark(owed.id, state, owed.attempts + 1, now, sent_at, platform_id, served, plan.door)
        along = [Mark(one.id, state, one.attempts + 1, now, sent_at, platform_id) for one in plan.joined]
        await self._post(done, *along)
        return True

    def _state(self, plan: Plan, served: tuple[str, ...], *, failed: bool) -> OutboxState:
        if failed:
            return "dead" if plan.owed.attempts + 1 >= TRIES else "pending"
        if left_of(plan.steps, served):
            return "pending"
        here = tuple(step for step in served if chat_of(step) in plan.chats)
        if certain(here) == here:
            return "sent"
        return "in_doubt" if any(step.startswith(DOUBTED) for step in served) else "dead"

    async def send(self, route: Route, outgoing: Outgoing) -> tuple[Outcome, str]:
        """Send once; how it ended, and the platform's id."""
        try:
            async with asyncio.timeout(_LONGEST_SEND):
                sent = await self._doors.channel(route).send(outgoing)
        except ChannelDown as down:
            self._doors.stayed_in(route, self._ms(), failing=not isinstance(down, HeldBack))
            return "down", ""
        except SendRefused:
            log.warning("message_refused")
            return "refused", ""
        except SendInDoubt:
            return "doubt", ""
        except Exception as broken:  # noqa: BLE001 - a channel's fault must not end delivery
            log.error("send_failed %s", type(broken).__name__)  # noqa: TRY400 - traces may hold content
            return "doubt", ""
        self._doors.went_out(route)
        self.last_sent = self._ms()
        return "sent", sent

    async def _post(self, *effects: object) -> None:
        await self._book.post(Unit(None, effects, at=self._ms()))
