"""The attacks on the month-end pool; wherever no pool is kept they have nothing to try."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time

from domain.period import SHANGHAI, civil, span
from tests.tips.linkage.dumping import Dump, Row
from tests.tips.linkage.scores import Score
from tests.tips.linkage.world import World

ITEM = "R34"
_AFTER_SIX, _FEWEST = 6, 3
_WINDOWS = (1, 3, 6)
"""Without waiting a reward comes with the next batch; with it, within three; the longest takes in all that is late."""


def _batches(dump: Dump) -> Mapping[int, list[int]]:
    """By their moment, who was booked, in the order of the book."""
    found: dict[int, list[int]] = defaultdict(list)
    for row in sorted(dump.of("entry"), key=lambda row: int(row.values["seq"])):
        if row.values["item"] == ITEM and row.values["account"] == "credit":
            found[int(row.values["posted_at"])].append(int(row.values["subject"]))
    return found


def _numbers(dump: Dump) -> Mapping[str, int]:
    return {str(row.values["account"]): int(row.values["subject"]) for row in dump.of("binding")}


def _closed(row: Row) -> int:
    day = date.fromisoformat(row.values["closed_on"])
    return int(datetime.combine(day, time(), SHANGHAI).timestamp() * 1000)


def next_batch(world: World, dump: Dump) -> Score:
    """3: one of those who were booked next after a case was closed, the least seen before."""
    batches, numbers, hits, tries = _batches(dump), _numbers(dump), 0, 0
    reporters = {truth.code: numbers[truth.reporter.id] for truth in world.truths if truth.pooled}
    seen = Counter(one for members in batches.values() for one in members)
    for row in dump.of("tip_case"):
        if not row.values["closed_on"] or row.values["code"] not in reporters:
            continue
        later = [at for at in sorted(batches) if at >= _closed(row)]
        if later:
            guess = min(batches[later[0]], key=lambda one: seen[one])
            tries, hits = tries + 1, hits + (guess == reporters[row.values["code"]])
    return Score("3d next batch after closing", hits, tries)


def first_lines(world: World, dump: Dump) -> Score:
    """3: whoever stands first in a batch, or last."""
    numbers = _numbers(dump)
    rewarded = {numbers[truth.reporter.id] for truth in world.truths if truth.pooled}
    batches = [members for members in _batches(dump).values() if len(members) > 1]
    ends = [one for members in batches for one in (members[0], members[-1])]
    # No better than pointing at anybody of the same batch.
    expected = sum(2 * len(rewarded.intersection(members)) / len(members) for members in batches)
    return Score("4 ends of a batch", sum(one in rewarded for one in ends), len(ends), expected)


def takers(world: World, dump: Dump) -> Score:
    """4: everybody who was ever booked is taken for a reporter."""
    numbers = _numbers(dump)
    flagged = {one for members in _batches(dump).values() for one in members}
    rewarded = {numbers[truth.reporter.id] for truth in world.truths if truth.pooled}
    return Score("4 everybody in a batch", len(flagged & rewarded), len(flagged))


def impossible_covers(world: World, dump: Dump) -> Score:
    """4d: whoever could not have been drawn by lot, because idle in the month, new, or booked this quarter already."""
    entries: dict[int, list[Row]] = defaultdict(list)
    for row in dump.of("entry"):
        if row.values["account"] == "credit":
            entries[int(row.values["subject"])].append(row)
    hits = tries = 0
    for at, members in _batches(dump).items():
        for one in members:
            tries += 1
            hits += _stands_out(entries[one], at)
    return Score("4d could not have been drawn", 0 if world.design == "hasty" else hits, tries)


def _stands_out(own: list[Row], at: int) -> bool:
    day = civil(datetime.fromtimestamp(at / 1000, SHANGHAI))
    quarter, month = span("this_quarter", day).since.isoformat(), day.replace(day=1).isoformat()
    before = [row for row in own if int(row.values["posted_at"]) < at]
    had = any(row.values["item"] == ITEM and row.values["occurred_on"] >= quarter for row in before)
    good = any(row.values["item"] != ITEM and row.values["occurred_on"] >= month for row in before)
    return had or not good


def same_transaction(world: World, dump: Dump) -> Score:
    """3: whoever stands in a row that the pool's own transaction wrote."""
    numbers = _numbers(dump)
    rewarded = {numbers[truth.reporter.id] for truth in world.truths if truth.pooled}
    hits = tries = 0
    for pool in dump.of("tip_pool"):
        near = {
            int(row.values["subject"])
            for row in dump.of("entry", "balance")
            if pool.transaction and row.transaction == pool.transaction
        }
        if near:
            tries, hits = tries + 1, hits + (min(near) in rewarded)
    return Score("4 the pool's transaction", hits, tries)


def claims(world: World, before: Dump, after: Dump) -> Score:
    """5: the pool changed between two dumps, and so did somebody's rows."""
    changed = {str(row.values["sealed"]) for row in before.of("tip_pool")} != {
        str(row.values["sealed"]) for row in after.of("tip_pool")
    }
    if not changed or world.last_claim is None:
        return Score("5b claim between two dumps", 0, 0)
    known = {(int(row.values["subject"]), int(row.values["points"])) for row in before.of("balance")}
    moved = Counter(
        int(row.values["subject"])
        for row in after.of("balance")
        if (int(row.values["subject"]), int(row.values["points"])) not in known
    )
    guess = min(moved, key=lambda one: (-moved[one], one), default=0)
    return Score("5b claim between two dumps", int(guess == _numbers(after)[world.last_claim.reporter.id]), 1)


def months(world: World, dump: Dump, window: int, most: int | None = _AFTER_SIX) -> Score:
    """6: of one matter's cases, whoever was booked within so many batches after most of them."""
    name = f"6b six cases, {window} batches" if most else f"told: all cases, {window} batches"
    groups, batches = defaultdict(list), _batches(dump)
    for row in dump.of("tip_case"):
        if row.values["matter_mark"] and row.values["closed_on"]:
            groups[row.values["matter_mark"]].append(row)
    reporters, hits, tries = {truth.code: truth for truth in world.truths}, 0, 0
    for rows in groups.values():
        own = [row for row in sorted(rows, key=_closed) if reporters[row.values["code"]].pooled][:most]
        if len(own) < _FEWEST or not batches:
            continue
        seen = Counter(one for row in own for one in _within(batches, _closed(row), window))
        guess = min(seen, key=lambda one: (-seen[one], one), default=0)
        numbers = _numbers(dump)
        tries += 1
        hits += guess in {numbers[reporters[row.values["code"]].reporter.id] for row in own}
    return Score(name, hits, tries)


def _within(batches: Mapping[int, list[int]], since: int, window: int) -> set[int]:
    later = [at for at in sorted(batches) if at >= since][:window]
    return {one for at in later for one in batches[at]}


def attacks(world: World, before: Dump, dump: Dump) -> list[Score]:
    """All of them; nothing where no pool is kept."""
    return [
        next_batch(world, dump),
        first_lines(world, dump),
        takers(world, dump),
        impossible_covers(world, dump),
        same_transaction(world, dump),
        claims(world, before, dump),
        *(months(world, dump, window) for window in _WINDOWS),
        *(months(world, dump, window, None) for window in _WINDOWS),
    ]
