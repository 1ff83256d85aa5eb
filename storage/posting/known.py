"""What a process knows of the book from its last commit, so that the next one need not ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Known:
    """The chain's head and the last numbers given out; whatever is written by them holds only while they are true."""

    head: tuple[int, str] | None = None
    counters: dict[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.head is not None or bool(self.counters)

    def copy(self) -> "Known":
        """One for a batch, which is kept where the batch is."""
        return Known(self.head, dict(self.counters))

    def following(self, counts: Mapping[str, int]) -> dict[str, int] | None:
        """The first of so many new numbers of each kind; None where one of the kinds is not known."""
        if not counts.keys() <= self.counters.keys():
            return None
        return {kind: self.counters[kind] + 1 for kind in counts}
