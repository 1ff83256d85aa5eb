"""How often something happens within a slice of time."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from statistics import quantiles
from typing import TypeVar

T = TypeVar("T")
Work = Callable[[], Awaitable[object]]


def of_calls(work: Callable[[T], object], items: Sequence[T], seconds: float = 0.25) -> float:
    """Calls a second of a plain function over items."""
    done, start, passed = 0, time.perf_counter(), 0.0
    while passed < seconds:
        for item in items:
            work(item)
        done += len(items)
        passed = time.perf_counter() - start
    return done / passed


async def of_awaits(
    work: Callable[[T], Awaitable[object]], items: Sequence[T], seconds: float = 0.3, chunk: int = 0
) -> float:
    """Awaited calls a second; ``chunk`` looks at the clock more often, for slow ones."""
    step = chunk or len(items)
    parts = [items[at : at + step] for at in range(0, len(items), step)]
    done, turn, start, passed = 0, 0, time.perf_counter(), 0.0
    while passed < seconds:
        part = parts[turn % len(parts)]
        for item in part:
            await work(item)
        done, turn = done + len(part), turn + 1
        passed = time.perf_counter() - start
    return done / passed


async def of_tasks(work: Work, tasks: int, seconds: float = 0.4, spans: list[float] | None = None) -> float:
    """Rounds a second of several tasks that each do the same again and again; ``spans`` takes how long each took."""
    start = time.perf_counter()
    done = 0

    async def run() -> None:
        nonlocal done
        while (begun := time.perf_counter()) - start < seconds:
            await work()
            done += 1
            if spans is not None:
                spans.append(time.perf_counter() - begun)

    await asyncio.gather(*(run() for _ in range(tasks)))
    return done / (time.perf_counter() - start)


def ninety_fifth(spans: Sequence[float]) -> float:
    """The span that 95 of 100 stay under, in milliseconds."""
    return quantiles(spans, n=20)[-1] * 1000 if len(spans) > 1 else spans[0] * 1000
