"""What a sender names and the rules hold, spelt as the rules spell it."""

from dataclasses import replace

from bot.understanding.folding import simplified
from domain.reading import Reading

_LISTED = ("item", "topic", "pledge", "team", "award", "resource")
"""Slots that are looked up among names that were typed in simplified characters; free text stays the sender's."""


def as_listed(reading: Reading) -> Reading:
    """The reading with such names in simplified characters: 志願服務 is the item 志愿服务."""
    slots = dict(reading.slots)
    for name in _LISTED:
        if isinstance(said := slots.get(name), str):
            slots[name] = simplified(said)
    return reading if slots == reading.slots else replace(reading, slots=slots)
