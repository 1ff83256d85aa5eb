"""The ways out: which channel can reach somebody, whether it is up, and how fast it may speak."""

import logging
from collections.abc import Mapping, Sequence

from domain.channel import Acquainted, Capabilities, Channel, Talk, Titled, Windowed
from domain.decision import Target, Urgency
from domain.members import AccountRef
from domain.outbox import Route, Spoke
from scheduler.pacing import Pacer

log = logging.getLogger(__name__)

OUTAGE_MS = 900_000
"""After how long somebody is told that a channel is away."""
_REST_MS, _LONGEST_REST_MS = 5_000, 60_000


class Doors:
    """Knows the channels; times in epoch ms by the bot's clock."""

    def __init__(self, channels: Mapping[str, Channel]) -> None:
        self._channels = channels
        self._pacers = {name: Pacer(channel.capabilities) for name, channel in channels.items()}
        # Asked once: what a channel can do never changes, and asking a protocol costs more than a whole command.
        self._windowed = {name: channel for name, channel in channels.items() if isinstance(channel, Windowed)}
        self._acquainted = {name: channel for name, channel in channels.items() if isinstance(channel, Acquainted)}
        self._rests: dict[Route, tuple[int, int]] = {}
        self._failing: set[str] = set()
        self._down_since: dict[str, int] = {}
        self._told: set[str] = set()

    @property
    def outages(self) -> Mapping[str, int]:
        """The channels that are away for longer than a moment, and since when."""
        return {name: since for name, since in self._down_since.items() if name in self._told}

    @property
    def limited(self) -> bool:
        """True where any platform names figures."""
        return any(pacer.limited for pacer in self._pacers.values())

    def channel(self, route: Route) -> Channel:
        """The channel of a route."""
        return self._channels[route.channel]

    def needs_human(self, route: Route) -> bool:
        """True where a person has to press send."""
        return self.channel(route).capabilities.needs_human

    def confirms(self, route: Route) -> bool:
        """True where that person only confirms what the platform holds."""
        return self.channel(route).capabilities.confirms

    def title(self, route: Route) -> str:
        """What people call a group."""
        channel = self.channel(route)
        return (channel.title(route.conversation) if isinstance(channel, Titled) else "") or route.conversation

    async def reaches(self, account: AccountRef) -> bool | None:
        """Whether something can be said privately to an account; None where its channel cannot know."""
        channel = self._channels.get(account.channel)
        if channel is None or not channel.capabilities.private:
            return False
        acquainted = self._acquainted.get(account.channel)
        return True if acquainted is None else await acquainted.knows(account.id)

    def fitting(self, target: Target, urgency: Urgency, routes: Sequence[Route]) -> list[Route]:
        """The routes that can carry such a message at all."""
        # An answer goes where its question came from, also where nothing may be said unasked.
        asked = urgency is Urgency.ANSWER and target.kind in {"account", "room"}
        found = [route for route in routes if route.channel in self._channels and self._carries(route, asked=asked)]
        return sorted(found, key=lambda route: not self._channels[route.channel].capabilities.push)

    def _carries(self, route: Route, *, asked: bool) -> bool:
        can: Capabilities = self._channels[route.channel].capabilities
        may = can.push or asked or route.channel in self._windowed
        return may and (can.private if route.scene == "private" else can.posts_to_group)

    def talk(self, route: Route) -> Talk | None:
        """How the conversation stands where people have to write first; None where anything may be said."""
        channel = self._windowed.get(route.channel)
        return channel.talk(route.conversation) if channel else None

    def is_up(self, route: Route, now: int) -> bool:
        """True where sending makes sense."""
        talk = self.talk(route)
        rested = self._rests.get(route, (0, 0))[0] <= now
        return rested and self._is_online(route.channel) and (talk is None or talk.open)

    def _is_online(self, name: str) -> bool:
        return self._channels[name].status().state == "online"

    def ready_at(self, route: Route, now: int) -> int:
        """When the quotas allow the next message, ``now`` where at once."""
        return self._pacers[route.channel].ready_at(route.conversation, now)

    def any_open(self, now: int) -> bool:
        """False where no channel may say anything now."""
        return any(self._is_online(name) and pacer.open_at(now) <= now for name, pacer in self._pacers.items())

    def next_change(self, now: int) -> int | None:
        """When a used-up quota or a rest ends."""
        ends = [opens for pacer in self._pacers.values() if (opens := pacer.next_change(now)) is not None]
        ends += [until for until, _ in self._rests.values() if until > now]
        return min(ends, default=None)

    def speak(self, route: Route, now: int) -> tuple[Spoke, ...]:
        """Count one message; what has to be remembered of it."""
        pacer = self._pacers[route.channel]
        pacer.spoke(route.conversation, now)
        room = route.conversation if route.scene == "group" else ""
        return (Spoke(route.channel, room, now),) if pacer.limited else ()

    def remember(self, spoken: Sequence[tuple[str, str, int]]) -> None:
        """Count what an earlier process said."""
        for channel, conversation, at in spoken:
            if channel in self._pacers:
                self._pacers[channel].spoke(conversation, at)

    def went_out(self, route: Route) -> None:
        """A message went out."""
        self._rests.pop(route, None)
        self._failing.discard(route.channel)

    def stayed_in(self, route: Route, now: int, *, failing: bool = True) -> None:
        """Nothing went out; the conversation rests, longer each time. ``failing``: the whole channel is away."""
        _, before = self._rests.get(route, (0, 0))
        delay = min(before * 2, _LONGEST_REST_MS) if before else _REST_MS
        self._rests[route] = (now + delay, delay)
        if failing:
            self._failing.add(route.channel)

    def look(self, now: int) -> None:
        """See which channels are away, and say so once where it lasts."""
        for name in self._channels:
            if self._is_online(name) and name not in self._failing:
                if name in self._told:
                    log.warning("channel_back %s", name)
                self._down_since.pop(name, None)
                self._told.discard(name)
            elif now - self._down_since.setdefault(name, now) >= OUTAGE_MS and name not in self._told:
                log.error("channel_down %s", name)
                self._told.add(name)
