"""What is to be done about one message of the outbox right now: where it goes, step by step, or until when it waits."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from domain.calendar import offset
from domain.channel import Outgoing, Talk
from domain.counter import COUNTER
from domain.decision import Urgency
from domain.outbox import DOUBTED, REFUSED, Mark, NoticesDue, NoticesSince, Owed, Route, RoutesTo, Spoke
from domain.period import SHANGHAI
from domain.query import Posting
from scheduler.composing import Attachments, Content, composed
from scheduler.digesting import BETWEEN, digest, fitting
from scheduler.doors import Doors

NOTICES_A_DAY = 2
_KNOWN_MS = 600_000
_MOST_JOINED = 20


@dataclass(frozen=True, slots=True)
class Step:
    """One message to one conversation."""

    route: Route
    key: str
    outgoing: Outgoing


@dataclass(frozen=True, slots=True)
class Plan:
    """What to send for one message; ``joined`` are notices that travel with it."""

    owed: Owed
    steps: tuple[Step, ...]
    spoke: tuple[Spoke, ...]
    """What was counted already for the first step that is left."""
    joined: tuple[Owed, ...] = ()
    door: str = ""
    other_door: bool = False
    """Whether the person has another door that did not refuse it yet."""

    @property
    def chats(self) -> frozenset[str]:
        """The conversations that it goes to."""
        return frozenset(chat_of(step.key) for step in self.steps)

    @property
    def left(self) -> tuple[Step, ...]:
        """The steps not yet taken."""
        return left_of(self.steps, self.owed.served)


def left_of(steps: tuple[Step, ...], served: tuple[str, ...]) -> tuple[Step, ...]:
    """The steps not yet taken; a conversation in which one did not go well is left alone."""
    closed = {chat_of(step) for step in served if step[:1] in {DOUBTED, REFUSED}}
    return tuple(step for step in steps if step.key not in served and chat_of(step.key) not in closed)


def chat_of(step: str) -> str:
    """The conversation of a step, whatever sign stands in front of it."""
    return step.removeprefix(DOUBTED).removeprefix(REFUSED).rpartition("|")[0]


@dataclass(frozen=True, slots=True)
class Daily:
    """The bot's clock, and when its day begins."""

    now: Callable[[], datetime]
    morning: Callable[[], time]


class Planner:
    """Makes plans; writes nothing."""

    def __init__(self, book: Posting, doors: Doors, attachments: Attachments, daily: Daily) -> None:
        self._book = book
        self._doors = doors
        self._attachments = attachments
        self._now = daily.now
        self._morning = daily.morning
        self._known: dict[str, tuple[int, list[Route]]] = {}
        self.stranded: tuple[Owed, ...] = ()
        """What no route leads to, by the last look at everything that ended."""
        self._without: list[Owed] = []
        self.waiting = False
        """Whether something that is due waits for a quota or a channel."""
        self.doors_taken: set[Route] = set()
        """Where notices are on their way, so that they are counted one after the other."""

    def begin(self) -> None:
        """A new look at everything."""
        self.waiting = False
        self._without = []

    def end(self) -> None:
        """Everything was looked at."""
        self.stranded = tuple(self._without)

    async def plan(self, owed: Owed) -> Plan | Mark | None:
        """A plan, a mark that holds the message for later, or None where it just waits."""
        now = self._ms()
        if owed.expires_at is not None and owed.expires_at <= now:
            return Mark(owed.id, "expired", owed.attempts, served=owed.served)
        routes = await self._routes(owed, now)
        if not routes:
            if owed.target.channel != COUNTER:  # there it is handed over, and nobody has to open a way
                self._without.append(_unsaid(owed))
            return None
        if routes[0].scene == "group":
            return await self._started(owed, routes, ())
        left = [route for route in routes if not _refused_at(route, owed)]
        door = self._door(owed, left, now)
        if door is None:
            self.waiting = True
            return None
        plan = await self._to_person(owed, door)
        return replace(plan, other_door=len(left) > 1) if isinstance(plan, Plan) else plan

    async def _to_person(self, owed: Owed, door: Route) -> Plan | Mark | None:
        if talk := self._doors.talk(door):
            return await self._in_one(owed, door, talk)
        if owed.urgency is Urgency.NOTICE and owed.target.kind != "staff":
            return await self._notice(owed, door)
        return await self._started(owed, [door], ())

    async def _routes(self, owed: Owed, now: int) -> list[Route]:
        until, known = self._known.get(str(owed.target), (0, []))
        if until > now:
            return known
        routes = self._doors.fitting(owed.target, owed.urgency, await self._book.answer(RoutesTo(owed.target)))
        if all((talk := self._doors.talk(route)) and not talk.open for route in routes):
            # Nobody is there yet, or has to write first; a look into the book now and then is enough.
            self._known[str(owed.target)] = (now + _KNOWN_MS, routes)
        else:
            self._known.pop(str(owed.target), None)
        return routes

    def _door(self, owed: Owed, routes: list[Route], now: int) -> Route | None:
        """The first door that is up; a message that began at one stays with it."""
        begun = [route for route in routes if any(step.startswith(f"{_name(route)}|") for step in owed.served)]
        return next((route for route in begun or routes if self._doors.is_up(route, now)), None)

    async def _in_one(self, owed: Owed, door: Route, talk: Talk) -> Plan | None:
        """Where replies are counted, what is due to somebody goes in one."""
        if door in self.doors_taken:
            self.waiting = True
            return None
        due = await digest(self._book, owed, door, talk, self._ms())
        if not due:
            self.waiting = True
            return None
        first, *others = fitting(due, self._doors.channel(door).capabilities.text_bytes)
        plan = await self._started(first, [door], tuple(others))
        if plan is not None:
            self.doors_taken.add(door)
        return plan

    async def _notice(self, owed: Owed, door: Route) -> Plan | Mark | None:
        """At most two a day; the last one of a day takes along what else is due."""
        if door in self.doors_taken:
            self.waiting = True
            return None
        now = self._now().astimezone(SHANGHAI)
        today = now.replace(hour=0, minute=0, second=0, microsecond=0)
        had = await self._book.answer(NoticesSince(_name(door), int(today.timestamp() * 1000)))
        if had >= NOTICES_A_DAY:
            morning = datetime.combine(today.date() + timedelta(days=1), self._morning(), SHANGHAI)
            later = int((morning + offset(owed.target.id)).timestamp() * 1000)
            return Mark(owed.id, "pending", 0, later, served=owed.served)
        joined: tuple[Owed, ...] = ()
        if had == NOTICES_A_DAY - 1:
            due = await self._book.answer(NoticesDue(owed.target, self._ms()))
            joined = tuple(one for one in due if one.id != owed.id and not one.file)[:_MOST_JOINED]
        plan = await self._started(owed, [door], joined)
        if plan is not None:
            self.doors_taken.add(door)
        return plan

    async def _started(self, owed: Owed, routes: list[Route], joined: tuple[Owed, ...]) -> Plan | None:
        content = await self._content(owed, joined)
        steps = tuple(
            Step(route, f"{_name(route)}|{part}", outgoing)
            for route in routes
            for part, outgoing in enumerate(composed(content, route, self._doors.channel(route).capabilities))
        )
        now = self._ms()
        left = left_of(steps, owed.served)
        first = next((step for step in left if self.may(step.route, now)), None)
        if left and first is None:
            self.waiting = True
            return None
        spoke = self._doors.speak(first.route, now) if first else ()
        door = _name(routes[0]) if routes[0].scene == "private" else ""
        ready = tuple(step for step in steps if first is None or step.route == first.route)
        rest = tuple(step for step in steps if first is not None and step.route != first.route)
        return Plan(owed, ready + rest, spoke, joined, door)

    def may(self, route: Route, now: int) -> bool:
        """True where a message may go there now."""
        return self._doors.is_up(route, now) and self._doors.ready_at(route, now) <= now

    async def _content(self, owed: Owed, joined: tuple[Owed, ...]) -> Content:
        attachment = await self._attachments.load(owed.file)
        if not joined:
            return Content(owed.text, owed.card, owed.mentions, attachment)
        words = [Content(one.text, one.card).words for one in (owed, *joined)]
        return Content(BETWEEN.join(words), attachment=attachment)

    def _ms(self) -> int:
        return int(self._now().timestamp() * 1000)


def _unsaid(owed: Owed) -> Owed:
    """The message as the desk may know it: of what one person would read, not whose it is and not a word."""
    if owed.target.is_group:
        return owed
    nobody = replace(owed.target, id="", channel="")
    return replace(owed, target=nobody, text="", card=None, mentions=(), file="", served=())


def _refused_at(route: Route, owed: Owed) -> bool:
    return any(step.startswith(f"{REFUSED}{_name(route)}|") for step in owed.served)


def _name(route: Route) -> str:
    return f"{route.channel}|{route.conversation}"
