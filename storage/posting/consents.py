"""Consents: every change is added, none is written over."""

from collections.abc import Sequence

from sqlalchemy import insert

from domain.consents import SetConsent
from storage.posting.codes import reserve
from storage.posting.scope import Batch, Poster
from storage.tables.consents import consent

_ADD = insert(consent)


def set_consents(batch: Batch, effects: Sequence[tuple[int, SetConsent]]) -> None:
    """Keep what people agreed to or withdrew."""
    first = reserve(batch, "consent", len(effects))
    rows = [
        {
            "subject": one.subject,
            "purpose": one.purpose,
            "change": number,
            "level": one.level,
            "at": batch.units[unit].at,
        }
        for number, (unit, one) in enumerate(effects, first)
    ]
    batch.write(_ADD, rows)


POSTERS: dict[type, Poster] = {SetConsent: set_consents}
