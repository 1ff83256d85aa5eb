"""Scores by the weights of awards.toml, which make 100; they help the meeting and are shown to nobody else."""

from collections.abc import Iterable, Mapping, Sequence

from domain.awards.facts import Facts
from domain.rules.awards import Award

LEAST_REVIEWERS = 2
_DIGITS = 7


def score(award: Award, values: Sequence[int]) -> int:
    """Hundredths of points: each indicator's weight, reached at ``full_at`` and never passed."""
    parts = (
        one.weight * 100 * max(0, min(value, one.full_at)) // one.full_at
        for one, value in zip(award.indicators, values, strict=True)
    )
    return sum(parts)


def mean(award: Award, scores: Mapping[str, Sequence[int]]) -> int | None:
    """The mean of everybody's score in hundredths; None before two people scored."""
    if len(scores) < LEAST_REVIEWERS:
        return None
    return sum(score(award, values) for values in scores.values()) // len(scores)


def proposed(award: Award, facts: Facts) -> tuple[int, ...]:
    """What the book knows for each indicator, 0 where people have to judge."""
    return tuple(max(0, min(facts.get(one.key, 0), one.full_at)) for one in award.indicators)


def values_of(award: Award, said: Iterable[str]) -> tuple[int, ...] | None:
    """The figures of a form, or None where one is missing, is no number or is above the full mark."""
    found = tuple(said)
    if len(found) != len(award.indicators) or not all(map(_is_figure, found)):
        return None
    values = tuple(int(one) for one in found)
    fits = all(value <= one.full_at for value, one in zip(values, award.indicators, strict=True))
    return values if fits else None


def _is_figure(said: str) -> bool:
    return said.isascii() and said.isdigit() and len(said) < _DIGITS
