"""Copies of the book for the day the machine fails: the keys are never in them."""

from dataclasses import dataclass

from domain.query import Query


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made, opened again and proved; ``broken`` names what is wrong, empty when all is well."""

    name: str
    entries: int
    head: str
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BackUp(Query["Backup | None"]):
    """Copy the book as of the last commit, under a name with this stamp; None where no place for copies is set."""

    stamp: str
