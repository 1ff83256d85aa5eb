"""Vouchers to bearer: batches of equal codes that belong to no account and are gone once spent."""

from dataclasses import dataclass

from domain.query import Query


@dataclass(frozen=True, slots=True)
class IssueBearerBatch:
    """So many new codes of equal worth, all good until the same day; nobody knows them until they are handed out."""

    week: str
    count: int
    points: int
    until_on: str


@dataclass(frozen=True, slots=True)
class HandOutBearer:
    """The code that ``NextBearer`` told is handed out; Moved where somebody else got it meanwhile."""

    code: str


@dataclass(frozen=True, slots=True)
class SpendBearer:
    """A code is spent: its row is deleted, not marked; Moved where it is gone."""

    code: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """A code to bearer that is good."""

    code: str
    points: int
    until_on: str


@dataclass(frozen=True, slots=True)
class NextBearer(Query["Bearer | None"]):
    """A code of the newest batch that was not handed out and is good on a day (ISO); None where none is left."""

    on: str


@dataclass(frozen=True, slots=True)
class BearerAt(Query["Bearer | None"]):
    """The code, if it is one to bearer, not spent, and good on a day (ISO)."""

    code: str
    on: str
