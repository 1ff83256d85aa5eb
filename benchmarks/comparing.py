"""Candidates run interleaved, so that a noisy neighbour hits all alike; goals are ratios taken within a round."""

import gc
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Candidate = Callable[[], Awaitable[float]]
TOLERANCE = 0.7


@dataclass(frozen=True, slots=True)
class Goal:
    """A row against another row of the same table; without ``against`` a plain figure, told and never a gate."""

    number: str
    row: str
    against: str
    wanted: float
    at_most: bool = False

    def measured(self, samples: Mapping[str, Sequence[float]]) -> float:
        """The median over the rounds."""
        if not self.against:
            return median(samples[self.row])
        pairs = zip(samples[self.row], samples[self.against], strict=True)
        return median(own / other for own, other in pairs)

    def met(self, measured: float, tolerance: float = 1.0) -> bool:
        """Whether a figure is good enough."""
        return measured <= self.wanted / tolerance if self.at_most else measured >= self.wanted * tolerance


@dataclass(frozen=True, slots=True)
class Table:
    """One comparison, measured."""

    title: str
    unit: str
    samples: Mapping[str, Sequence[float]]
    goals: Sequence[Goal]

    def missed(self) -> list[Goal]:
        """The goals that are missed by more than noise explains."""
        gates = (goal for goal in self.goals if goal.against)
        return [goal for goal in gates if not goal.met(goal.measured(self.samples), TOLERANCE)]

    def as_markdown(self) -> str:
        """The rows, and the goals beside what was measured."""
        rows = [f"### {self.title}", "", f"| 行 | 中位数（{self.unit}） | 最小至最大 |", "|---|---:|---:|"]
        for name, values in self.samples.items():
            rows.append(f"| {name} | {_shown(median(values))} | {_shown(min(values))}～{_shown(max(values))} |")
        rows += ["", "| 目标 | 谁 | 比谁 | 测得 | 目标值 | 结果 |", "|---|---|---|---:|---:|---|"]
        rows += [self._goal_row(goal) for goal in self.goals]
        return "\n".join(rows) if self.goals else "\n".join(rows[: len(self.samples) + 4])

    def _goal_row(self, goal: Goal) -> str:
        measured = goal.measured(self.samples)
        sign = "≤" if goal.at_most else "≥"
        times = " 倍" if goal.against else ""
        verdict = "达到" if goal.met(measured) else "接近" if goal.met(measured, TOLERANCE) else "未达到"
        against = goal.against or f"（{self.unit}）"
        return (
            f"| {goal.number} | {goal.row} | {against} | {_shown(measured)}{times} |"
            f" {sign} {_shown(goal.wanted)} | {verdict} |"
        )


def _shown(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


async def compare(
    title: str, unit: str, candidates: Mapping[str, Candidate], goals: Sequence[Goal], rounds: int
) -> Table:
    """Run every candidate once a round; the first round only warms up."""
    samples: dict[str, list[float]] = {name: [] for name in candidates}
    for number in range(rounds + 1):
        for name, candidate in candidates.items():
            gc.collect()
            value = await candidate()
            if number:
                samples[name].append(value)
    return Table(title, unit, samples, tuple(goals))
