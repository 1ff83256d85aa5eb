"""The attacks that ask at which minute something was told; nobody may know it finer than the batch."""

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import Any

from domain.period import SHANGHAI
from tests.tips.linkage.dumping import Dump, Row
from tests.tips.linkage.scores import Score
from tests.tips.linkage.world import Truth, World, milliseconds

_NEAR = timedelta(minutes=2) // timedelta(milliseconds=1)
_A_DAY = timedelta(days=1) // timedelta(milliseconds=1)
_TABLES = ("tip_case", "tip_recipient", "tip_part", "tip_wrap", "tip_receipt", "tip_view", "tip_echo", "version")
Guess = Callable[[Dump, Truth, range], "int | None"]


def attacks(world: World, dump: Dump) -> list[Score]:
    """All of them, on the day that was dense enough to tell minutes apart; who finds nothing guesses noon."""
    told = [truth for truth in world.truths if truth.moments]
    if not told:
        return []
    start = milliseconds(datetime.combine(told[0].opened, time(), SHANGHAI))
    day = range(start + 1, start + _A_DAY)
    moments = [moment for truth in told for moment in truth.moments]
    ways: dict[str, Guess] = {
        "3e minute by a column": by_column,
        "3h minute by transaction": by_transaction,
        "3i minute by pages": by_page,
    }
    found = [_scored(name, [(way(dump, one, day), one.moments) for one in told], day) for name, way in ways.items()]
    places = _scored("3f minute by a claim's place", [(one, moments) for one in by_place(dump, day)], day)
    gaps = _scored("3g minute by a gap", [(one, moments) for one in by_gap(dump, day) or [None]], day)
    return [*found, places, gaps]


def _scored(name: str, guesses: Iterable[tuple[int | None, list[int]]], day: range) -> Score:
    noon = day.start + _A_DAY // 2
    right = [any(abs((noon if one is None else one) - moment) <= _NEAR for moment in true) for one, true in guesses]
    return Score(name, sum(right), len(right))


def _of_case(dump: Dump, truth: Truth) -> list[Row]:
    return [row for row in dump.of(*_TABLES) if truth.code in str(row.values.get("code", row.values.get("key", "")))]


def by_column(dump: Dump, truth: Truth, day: range) -> int | None:
    """Any figure or text of the case that is a moment of its day."""
    found = [_moment(value) for row in _of_case(dump, truth) for value in row.values.values()]
    return next((one for one in found if one is not None and one in day), None)


def _moment(value: Any) -> int | None:
    if isinstance(value, int):
        return value
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return milliseconds(moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI))


def _middle(before: Iterable[int], after: Iterable[int], day: range) -> int | None:
    """What lies between the last moment before and the first after, both of the day."""
    first = max((one for one in before if one in day), default=None)
    last = min((one for one in after if one in day), default=None)
    return (first + last) // 2 if first is not None and last is not None and first <= last else None


def by_place(dump: Dump, day: range) -> list[int | None]:
    """Every claim without a fingerprint, by its own moment or by those of its neighbours in place."""
    claims = dump.of("inbox")
    nameless = [row for row in claims if not row.values["fingerprint"]]
    return [
        int(one.values["at"])
        if one.values["at"] in day
        else _middle(
            (int(row.values["at"]) for row in claims if row.place < one.place),
            (int(row.values["at"]) for row in claims if row.place > one.place),
            day,
        )
        for one in nameless
        if day.start <= one.values["at"] + 1 < day.stop
    ]


def by_gap(dump: Dump, day: range) -> list[int | None]:
    """Every number that is missing among the day's messages and claims: something was there that is gone."""
    found: list[int | None] = []
    for table, column in (("outbox", "created_at"), ("inbox", "at")):
        rows = sorted((row for row in dump.of(table) if row.number > 0), key=lambda row: row.number)
        for one, after in pairwise(rows):
            if after.number > one.number + 1:
                found.append(_middle((int(one.values[column]),), (int(after.values[column]),), day))
    return [one for one in found if one is not None]


def by_transaction(dump: Dump, truth: Truth, day: range) -> int | None:
    """On PostgreSQL: the entries that were written right before and after a row of the case."""
    entries = dump.of("entry")
    for one in sorted({row.transaction for row in _of_case(dump, truth) if row.transaction}):
        before = [int(row.values["posted_at"]) for row in entries if row.transaction < one]
        after = [int(row.values["posted_at"]) for row in entries if row.transaction > one]
        found = _middle(before, after, day)
        if found is not None:
            return found
    return None


def by_page(dump: Dump, truth: Truth, day: range) -> int | None:
    """On SQLite: the pages that the file grew by right before and after those of the case's texts."""
    own = [page for code, page in dump.pages if code == truth.code]
    if not own:
        return None
    before = [moment for page, moment in dump.grown if page < min(own)]
    return _middle(before, (moment for page, moment in dump.grown if page > min(own)), day)
