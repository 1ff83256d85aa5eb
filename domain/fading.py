"""When an entry stops counting: after a year or a deduction's effect; a correction leaves with what it corrects."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from domain.ledger import Entry
from domain.period import months_before
from domain.rules.rulebook import Rulebook

WINDOW_MONTHS = 12
_REPAIR = "repair:L"


@dataclass(frozen=True, slots=True)
class Fading:
    """The entries of one subject and what they correct."""

    rules: Rulebook
    by_seq: Mapping[int, Entry]
    deductions: Mapping[int, Entry] = field(default_factory=dict)
    """The deduction under each number."""

    def leaves_on(self, entry: Entry) -> date | None:
        """The first day on which an entry counts no more; None for a correction of what counts no more already."""
        origin = self._origin(entry)
        return months_before(date.fromisoformat(origin.occurred_on), -self._months(origin)) if origin else None

    def counts(self, entry: Entry, today: date) -> bool:
        """True while an entry is part of the score."""
        origin = self._origin(entry)
        if origin is None:
            return False
        return origin.occurred_on >= _first_day(today, self._months(origin))

    def _months(self, origin: Entry) -> int:
        item = self.rules.negative_item(origin.item) if origin.contra == "deduct" else None
        return min(WINDOW_MONTHS, item.effect_months) if item else WINDOW_MONTHS

    def _origin(self, entry: Entry) -> Entry | None:
        """What an entry corrects in the end, or the entry itself."""
        found: Entry | None = entry
        while found is not None and found.reverses is not None:
            found = self.by_seq.get(found.reverses)
        if found is not None and found.source.startswith(_REPAIR):
            return self.deductions.get(found.code)
        return found


@lru_cache(maxsize=64)
def _first_day(today: date, months: int) -> str:
    """The first day that still counts today for whatever counts so many months."""
    return (months_before(today, months) + timedelta(days=1)).isoformat()


def fading(entries: Iterable[Entry], rules: Rulebook) -> Fading:
    """What is needed to know when each of a subject's entries leaves the score."""
    found = tuple(entries)
    taken = {one.code: one for one in found if one.contra == "deduct" and one.amount < 0 and one.reverses is None}
    return Fading(rules, {one.seq: one for one in found}, taken)


def counting(entries: Iterable[Entry], today: date, rules: Rulebook) -> tuple[Entry, ...]:
    """The credit entries that are part of the score on a day, in the order given."""
    credit = tuple(one for one in entries if one.account == "credit")
    known = fading(credit, rules)
    return tuple(one for one in credit if known.counts(one, today))
