"""Private notices through the whole delivery on a simulated clock, beside what the quotas allow at best (goal 17)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from benchmarks.comparing import Goal, Table
from benchmarks.databases import folder, fresh_file
from benchmarks.listening import NOW, Listener
from bot.secrets import install_key
from domain.channel import Capabilities, Outgoing
from domain.decision import Say, Target, Unit, Urgency
from scheduler.delivery import Delivery
from storage.database import open_database
from storage.migrations import migrate
from storage.store import Store

_NOTICES = 1_000
_A_MINUTE, _MINUTE_MS, _GAP_MS, _TURN_MS = 40, 60_000, 1_000, 4_000
_ACCOUNT = replace(Listener.capabilities, quota_per_minute=_A_MINUTE, chat_gap_ms=_GAP_MS)
_BEST = "只按限额算"
_CASES = ((1, _ACCOUNT), (4, _ACCOUNT), (20, _ACCOUNT), (4, replace(_ACCOUNT, switch_gap_ms=_TURN_MS)))


class _Account(Listener):
    """A door that writes down when it spoke to whom."""

    def __init__(self, name: str, capabilities: Capabilities, now: Callable[[], int]) -> None:
        super().__init__()
        self.name, self.capabilities = name, capabilities
        self.spoke: list[tuple[int, str]] = []
        self._ms = now

    async def send(self, outgoing: Outgoing) -> str:
        """Take it, and note the moment."""
        self.spoke.append((self._ms(), outgoing.conversation))
        return ""

    def breaches(self) -> int:
        """How often a limit was broken."""
        times = [at for at, _ in self.spoke]
        minute = sum(later - at < _MINUTE_MS for at, later in zip(times, times[_A_MINUTE:], strict=False))
        turns = [(after - at, one != other) for (at, one), (after, other) in pairwise(self.spoke)]
        hurried = sum(passed < self.capabilities.switch_gap_ms for passed, turned in turns if turned)
        return minute + hurried + sum(passed < _GAP_MS for passed, turned in turns if not turned)


class _Clock:
    """A clock that is moved from one due moment to the next."""

    moment = NOW

    def now(self) -> datetime:
        return self.moment

    def ms(self) -> int:
        return int(self.moment.timestamp() * 1000)


async def _delivered(home: Path, accounts: int, capabilities: Capabilities) -> Sequence[_Account]:
    clock = _Clock()
    doors = [_Account(f"a{number}", capabilities, clock.ms) for number in range(accounts)]
    database = open_database(fresh_file(home))
    await migrate(database)
    store = Store(database, "bench", install_key(home, "notes"))
    said = [
        Say(
            Target("account", f"p{number}", f"a{number % accounts}"),
            "您的积分有变动，发“积分”可以查看。",
            urgency=Urgency.NOTICE,
        )
        for number in range(_NOTICES)
    ]
    try:
        await store.post(Unit(None, tuple(said), at=clock.ms()))
        delivery = Delivery(store, {door.name: door for door in doors}, clock.now)
        await delivery.drain()
        while (due := await delivery.next_due()) is not None:
            clock.moment += timedelta(milliseconds=max(due - clock.ms(), 1))
            await delivery.drain()
    finally:
        await store.close()
        await database.close()
    return doors


def _checked(doors: Sequence[_Account]) -> float:
    """The minutes it took; a broken limit or a lost notice ends the benchmark."""
    breaches, told = sum(door.breaches() for door in doors), sum(len(door.spoke) for door in doors)
    if breaches or told != _NOTICES:
        raise AssertionError(f"{breaches} limits broken, {told} of {_NOTICES} notices sent")
    return (max(at for door in doors for at, _ in door.spoke) - int(NOW.timestamp() * 1000)) / _MINUTE_MS


async def tables(rounds: int) -> list[Table]:  # noqa: ARG001 - a simulated clock shows the same each time
    """One, four and twenty accounts, and four that rest before they turn to the next chat."""
    found: list[Table] = []
    with folder() as home:
        for accounts, can in _CASES:
            rate = min(_A_MINUTE, _MINUTE_MS / can.switch_gap_ms) if can.switch_gap_ms else _A_MINUTE
            rest = "，换会话歇 4 秒" if can.switch_gap_ms else ""
            name = f"gridbot，{accounts} 个账号{rest}"
            samples = {name: [_checked(await _delivered(home, accounts, can))], _BEST: [_NOTICES / accounts / rate]}
            goal = Goal("17", name, _BEST, 1.02, at_most=True)
            found.append(Table(f"{_NOTICES} 条私聊通知，{accounts} 个账号{rest}", "分钟", samples, (goal,)))
    return found
