"""Credit score and grade: a pure function of the ledger's entries and the rules (ratings.toml)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.ledger import Entry
from domain.period import months_before
from domain.rules.ratings import Grade
from domain.rules.rulebook import Rulebook

WINDOW_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Rating:
    """A score in credit points and the grade it reaches."""

    score: int
    grade: Grade


def window_start(today: date) -> date:
    """The first day that still counts today."""
    return months_before(today, WINDOW_MONTHS) + timedelta(days=1)


def rate(entries: Iterable[Entry], today: date, rules: Rulebook) -> Rating:
    """The rating by the credit entries of the last twelve months."""
    first = window_start(today).isoformat()
    account = rules.ratings.accounts.credit
    moved = sum(entry.amount for entry in entries if entry.account == "credit" and entry.occurred_on >= first)
    score = max(account.floor, min(account.ceiling, account.base + moved))
    return Rating(score, rules.grade_for(score))
