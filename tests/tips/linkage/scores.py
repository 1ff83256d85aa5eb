"""What an attack came to, and whether that is more than chance."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, lgamma, log, log1p

_ZERO = ("1", "2", "7", "8", "keys:", "4b", "4d")
_TOLD = "told:"
"""How a figure begins that no bound is set to: a year of one matter stays risky, and receipts say so."""
CHANCE = 0.05
_PRECISION = 0.25
"""How many of those who are flagged as reporters may be some."""
_SURE = 0.001
ENOUGH = 1000
"""From so many tries on, the bound itself must hold and not only the test of chance."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many of so many guesses were right."""

    name: str
    hits: int
    tries: int
    expected: float = 0.0
    """How many would be right by chance, where the attack's own community tells that; else the bounds above."""

    @property
    def upper(self) -> float:
        """The upper 95 % bound of the rate, exact."""
        low, high = 0.0, 1.0
        if self.hits >= self.tries:
            return 1.0
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if 1 - tail(self.hits + 1, self.tries, middle) > CHANCE else (low, middle)
        return high

    @property
    def holds(self) -> bool:
        """True where the attack found nothing, or for guesses no more than chance."""
        if self.name.split(" ")[0] in _ZERO:
            return self.hits == 0
        if self.name.startswith(_TOLD):
            return True
        if self.expected:
            return tail(self.hits, self.tries, min(0.99, self.expected / self.tries)) > _SURE
        if self.name.startswith("4 "):
            return tail(self.hits, self.tries, _PRECISION) > _SURE
        if self.tries >= ENOUGH:
            return self.upper <= CHANCE
        return tail(self.hits, self.tries, CHANCE) > _SURE

    @property
    def rate(self) -> float:
        """The share of right guesses."""
        return self.hits / self.tries if self.tries else 0.0

    def __str__(self) -> str:
        """One line of the report."""
        mark = "holds" if self.holds else "FAILS"
        return f"{mark}  {self.name:34} {self.hits:5} of {self.tries:5}  upper bound {self.upper:6.1%}"


def tail(hits: int, tries: int, rate: float) -> float:
    """How likely at least so many hits are by chance."""
    # By logarithms, since the numbers of a release run overflow a float.
    if not 0.0 < rate < 1.0:
        return float(hits == 0 or rate >= 1.0)
    return 1.0 - sum(exp(_log_ways(tries, one) + one * log(rate) + (tries - one) * log1p(-rate)) for one in range(hits))


def _log_ways(tries: int, hits: int) -> float:
    return lgamma(tries + 1) - lgamma(hits + 1) - lgamma(tries - hits + 1)


def pooled(runs: Iterable[Iterable[Score]]) -> list[Score]:
    """The scores of several seeds together."""
    found: dict[str, Score] = {}
    for score in (score for run in runs for score in run):
        before = found.get(score.name, Score(score.name, 0, 0))
        found[score.name] = Score(
            score.name, before.hits + score.hits, before.tries + score.tries, before.expected + score.expected
        )
    return list(found.values())
