"""What the negative list brings about: how often an act comes back, and how often it is put right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from domain.findings import states
from domain.matters.matter import Matter
from domain.rules.rulebook import Rulebook

MONTHS = 12
_REPEAT_MS = int(timedelta(days=90).total_seconds() * 1000)
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Effect:
    """One item over twelve months: found, found again at the same subject within 90 days, mended in time or later."""

    item: str
    title: str
    found: int
    repeated: int
    corrected: int
    repaired: int

    @property
    def flagged(self) -> bool:
        """True for what the assembly should look at: found a few times, never put right, and it comes back."""
        return self.found >= _LEAST and not (self.corrected or self.repaired) and self.repeated > 0


def effects(findings: Iterable[Matter], rules: Rulebook) -> tuple[Effect, ...]:
    """Every item that was found, the most frequent first."""
    by_item: dict[str, list[Matter]] = {}
    for one in sorted(findings, key=lambda one: one.opened_at):
        if one.state not in states.DROPPED:
            by_item.setdefault(str(one.facts["item"]), []).append(one)
    made = [_effect(code, found, rules) for code, found in by_item.items()]
    return tuple(sorted(made, key=lambda one: (-one.found, one.item)))


def _effect(code: str, found: list[Matter], rules: Rulebook) -> Effect:
    item = rules.negative_item(code)
    corrected, repaired = (sum(one.state == state for one in found) for state in (states.CORRECTED, states.REPAIRED))
    return Effect(code, item.title if item else code, len(found), _repeats(found), corrected, repaired)


def _repeats(found: list[Matter]) -> int:
    last: dict[int, int] = {}
    count = 0
    for one in found:
        before = last.get(one.subject)
        count += before is not None and one.opened_at - before <= _REPEAT_MS
        last[one.subject] = one.opened_at
    return count
