"""Questions about what was worked on before."""

from dataclasses import dataclass

from domain.query import Query


@dataclass(frozen=True, slots=True)
class RepeatedSince(Query[bool]):
    """Whether a writing command with this fingerprint was posted at or after a moment in epoch ms."""

    fingerprint: str
    since: int


@dataclass(frozen=True, slots=True)
class DoneBy(Query[tuple[int, ...] | None]):
    """The codes of the entries that a message made by hand; None where the message changed nothing."""

    key: str
    source: str
