"""The proof that nothing in the book was changed."""

from dataclasses import dataclass

from domain.query import Query


@dataclass(frozen=True, slots=True)
class Proof:
    """What a check of the whole book found; ``broken`` names the first bad place, empty when all is well."""

    entries: int
    head: str
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """How far a book was proven before: the number of its last entry, and that entry's hash or how it begins."""

    entries: int
    head: str


@dataclass(frozen=True, slots=True)
class BookProof(Query[Proof]):
    """Recompute the whole book as of the last commit, or what came after an anchor and the balances it touched."""

    since: Anchor | None = None
