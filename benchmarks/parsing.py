"""Reading a message, beside the cheapest sieve there is (goal 4)."""

import re
import time
from collections.abc import Sequence

from benchmarks import rates
from benchmarks.chatter import chatter
from benchmarks.comparing import Candidate, Goal, Table, compare
from bot.parse import default_understanding
from domain.message import Utterance

_BOT, _FLOOR = "gridbot，闲聊", "40 个词逐个用正则找"
_LONG, _SHORT = "gridbot，4000 字，每百字", "gridbot，400 字，每百字"
_SEEDS = ("1 ", "我", "积分", "加分 ", "举报", "在吗", "- ", "「", "@", "今天")
_GOALS = (Goal("4", _BOT, "", 2, at_most=True), Goal("4", _BOT, _FLOOR, 1, at_most=True))
_LONG_GOALS = (Goal("4", _LONG, "", 20, at_most=True), Goal("4", _LONG, _SHORT, 1.1, at_most=True))


async def tables(rounds: int) -> list[Table]:
    """Chatter, and the worst that a private message can be."""
    understanding = default_understanding()
    said = [Utterance(text, "group", addressed=False) for text in chatter()]
    names = sorted({name for texts in chatter(40) for name in (texts[:3],)})
    searches = [re.compile(re.escape(name)).match for name in names]

    async def floor() -> float:
        return 1e6 / rates.of_calls(lambda one: [search(one.text) for search in searches], said)

    async def read() -> float:
        return 1e6 / rates.of_calls(understanding.read, said)

    def worst(length: int) -> Candidate:
        texts = [Utterance((seed * length)[:length], "private", addressed=True) for seed in _SEEDS]

        async def slowest() -> float:
            return max(_micros(understanding.read, [text]) for text in texts) / length * 100

        return slowest

    return [
        await compare("读懂一条闲聊", "微秒", {_BOT: read, _FLOOR: floor}, _GOALS, rounds),
        await compare("最难读的私聊", "微秒", {_LONG: worst(4000), _SHORT: worst(400)}, _LONG_GOALS, rounds),
    ]


def _micros(work: object, items: Sequence[Utterance], turns: int = 5) -> float:
    assert callable(work)
    start = time.perf_counter()
    for _ in range(turns):
        for item in items:
            work(item)
    return (time.perf_counter() - start) / turns / len(items) * 1e6
