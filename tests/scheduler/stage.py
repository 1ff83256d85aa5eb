"""A store, a clock and channels that record what was said, for tests of delivery."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.channel import Capabilities, ChannelStatus, Outgoing
from domain.channel import State as ChannelState
from domain.decision import Say, Target, Unit, Urgency
from domain.enrolment import BindRoom, EnrolGrid
from domain.message import Message
from domain.period import SHANGHAI
from scheduler.delivery import Delivery
from storage.store import Store

START = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
FREE = Capabilities(
    reads_group=True,
    posts_to_group=True,
    private=True,
    push=True,
    buttons=True,
    pictures=True,
    quota_per_minute=None,
    needs_human=False,
)


class FakeClock:
    def __init__(self) -> None:
        self.moment = START

    def now(self) -> datetime:
        return self.moment

    @property
    def ms(self) -> int:
        return int(self.moment.timestamp() * 1000)

    def go(self, **span: float) -> None:
        self.moment += timedelta(**span)


@dataclass
class FakeChannel:
    """Records what was said; ``fails`` may give an exception for a message."""

    clock: FakeClock
    name: str = "fake"
    capabilities: Capabilities = FREE
    state: ChannelState = "online"
    fails: Callable[[Outgoing], Exception | None] = lambda _: None
    sent: list[Outgoing] = field(default_factory=list)
    times: list[int] = field(default_factory=list)

    async def run(self, receive: Callable[[Message], None]) -> None:
        raise NotImplementedError

    def status(self) -> ChannelStatus:
        return ChannelStatus(self.state, "", START)

    async def send(self, outgoing: Outgoing) -> str:
        if failure := self.fails(outgoing):
            raise failure
        self.sent.append(outgoing)
        self.times.append(self.clock.ms)
        return f"id{len(self.sent)}"

    @property
    def texts(self) -> list[str]:
        return [outgoing.text for outgoing in self.sent]


@dataclass
class Stage:
    """Says things and lets time pass."""

    store: Store
    clock: FakeClock
    channels: dict[str, FakeChannel]
    delivery: Delivery

    @property
    def channel(self) -> FakeChannel:
        return next(iter(self.channels.values()))

    async def post(self, *effects: object) -> None:
        await self.post_at(self.clock.moment, *effects)

    async def post_at(self, at: datetime, *effects: object) -> None:
        await self.store.post(Unit(None, effects, at=int(at.timestamp() * 1000)))

    async def drain_until(self, **span: float) -> None:
        """Let time pass from one due moment to the next."""
        goal = self.clock.moment + timedelta(**span)
        await self.delivery.drain()
        while (due := await self.delivery.next_due()) is not None:
            moment = datetime.fromtimestamp(due / 1000, SHANGHAI)
            if moment > goal:
                break
            self.clock.moment = max(moment, self.clock.moment)
            await self.delivery.drain()
        self.clock.moment = goal
        await self.delivery.drain()

    def restarted(self) -> "Stage":
        return staged(self.store, self.clock, *self.channels.values())


def staged(store: Store, clock: FakeClock, *channels: FakeChannel) -> Stage:
    found = {channel.name: channel for channel in channels or (FakeChannel(clock),)}
    return Stage(store, clock, found, Delivery(store, found, clock.now))


def rooms(*names: str, channel: str = "fake") -> tuple[object, ...]:
    """Grid 1 with these rooms."""
    return (EnrolGrid("1", "一网格"), *(BindRoom(channel, name, "grid", "1") for name in names))


def public(text: str) -> Say:
    return Say(Target("grid", "1"), text, urgency=Urgency.PUBLIC)


def private(text: str, person: str = "p1", urgency: Urgency = Urgency.ANSWER) -> Say:
    return Say(Target("account", person, "fake"), text, urgency=urgency)
