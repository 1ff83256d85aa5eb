"""Points for a deed of the positive list: what the caps leave, and the entries that an award becomes."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

from domain.code import NewCode
from domain.ledger import Account, Entry, Hand, NewEntry, RuleMark
from domain.period import PeriodName, Span, span
from domain.rules.catalogue import Item

_CAP_PERIODS: dict[str, PeriodName] = {"month": "this_month", "quarter": "this_quarter", "year": "this_year"}


@dataclass(frozen=True, slots=True)
class Award:
    """Points of one item for one subject; ``source`` names the event, so that it counts once."""

    subject: int
    item: Item
    points: int
    source: str
    hand: Hand
    on: date
    version: str
    """The rules' version."""
    note: str = ""
    evidence: str = ""
    """The id of the attachment that shows the deed."""
    code: NewCode | int = field(default_factory=lambda: NewCode("L"))

    def entries(self) -> tuple[NewEntry, ...]:
        """The movements to post: credit always, spendable where the item may be spent."""
        accounts: tuple[Account, ...] = ("credit", "spendable") if self.item.redeemable else ("credit",)
        return tuple(self._entry(account) for account in accounts)

    def _entry(self, account: Account) -> NewEntry:
        return NewEntry(
            code=self.code,
            subject=self.subject,
            account=account,
            contra="issue",
            amount=self.points,
            source=self.source,
            rule=RuleMark(self.item.code, self.version, json.dumps(asdict(self.item), ensure_ascii=False)),
            hand=self.hand,
            occurred_on=self.on.isoformat(),
            note=self.note,
            evidence=self.evidence,
        )


def hand_source(channel: str, message: str) -> str:
    """Where entries come from that a message made by hand."""
    return f"award:{channel}:{message}"


def cap_days(item: Item, day: date) -> Span:
    """The days of the item's cap period that a day belongs to."""
    if item.cap_period == "day":
        return Span(day, day + timedelta(days=1))
    return span(_CAP_PERIODS[item.cap_period], day)


def cap_left(item: Item, entries: Iterable[Entry]) -> int:
    """How many points the cap leaves after the entries of its period; reversals give back."""
    return item.cap_points - sum(one.amount for one in entries if one.item == item.code and one.account == "credit")
