"""What a sender names and the rules hold, spelt as the rules spell it."""

from dataclasses import replace

from bot.understanding.folding import simplified
from domain.reading import Reading

_LISTED = ("item", "topic", "pledge", "team", "award", "resource")
"""Slots that are looked up among names that were typed in simplified characters; free text stays the sender's."""


def as_listed(reading: Reading) -> Reading:
    """The reading with such names in simplified characters: 志願服務 is the item 志愿服务."""
    if not reading.slots:
        return reading
    named = {name: said for name in _LISTED if isinstance(said := reading.slots.get(name), str)}
    spelt = {name: plain for name, said in named.items() if (plain := simplified(said)) != said}
    return replace(reading, slots={**reading.slots, **spelt}) if spelt else reading
