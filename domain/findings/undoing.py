"""Exact reversals: every movement under a number once, never a reversal itself."""

from collections.abc import Sequence
from datetime import date

from domain.ledger import Entry, Hand, NewEntry, RuleMark


def reversible(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The movements that may still be reversed."""
    undone = {one.reverses for one in entries if one.reverses is not None}
    return tuple(one for one in entries if one.reverses is None and one.seq not in undone)


def reversals(entries: Sequence[Entry], hand: Hand, on: date, note: str = "") -> tuple[NewEntry, ...]:
    """The same movements the other way, under the same number."""
    return tuple(
        NewEntry(
            code=one.code,
            subject=one.subject,
            account=one.account,
            contra=one.contra,
            amount=-one.amount,
            source=f"reversal:{one.seq}",
            rule=RuleMark(one.item, one.version, ""),
            hand=hand,
            occurred_on=on.isoformat(),
            note=note,
            reverses=one.seq,
        )
        for one in reversible(entries)
    )
