"""The first sieve: thresholds and vetoes, nothing else; who is awarded is for people to decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.awards.facts import Facts, deductions, facts_of
from domain.awards.record import Year
from domain.rules.awards import Award, Threshold
from domain.rules.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Screening:
    """What is missing, and whether something rules the award out for this year."""

    missing: tuple[Threshold, ...]
    vetoed: bool
    facts: Facts

    @property
    def passed(self) -> bool:
        """True where nothing stands in the way."""
        return not self.missing and not self.vetoed

    @property
    def public(self) -> tuple[Threshold, ...]:
        """What whoever nominates may read."""
        return tuple(one for one in self.missing if one.public)


def screen(award: Award, people: Sequence[Year], today: date, rules: Rulebook) -> Screening:
    """Measure a year by an award's conditions; a condition about an unknown fact is for the reviewers."""
    facts = facts_of(people, today, rules)
    missing = tuple(
        one for one in award.thresholds if one.fact in facts and not one.least <= facts[one.fact] <= one.most
    )
    return Screening(missing if people else award.thresholds, _vetoed(award, people, today), facts)


def _vetoed(award: Award, people: Sequence[Year], today: date) -> bool:
    first = f"{today.year}-01-01"
    taken = (entry for one in people for entry in deductions(one.entries) if entry.occurred_on >= first)
    return any(entry.item in award.veto_items for entry in taken)
