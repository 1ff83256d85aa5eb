"""What in a tip's text would tell who wrote it, and the same text without."""

import re
from collections.abc import Iterable

from domain.members import Sender

HIDDEN = "〔隐去〕"
_NUMBERS = re.compile(r"(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<![\dXx])\d{17}[\dXx](?![\dXx])")
_HOME = re.compile(r"(?P<building>\w*?\d+\w?)栋(?:(?P<unit>\d+)单元)?(?P<room>\d{2,4})")


def _home(address: str) -> re.Pattern[str] | None:
    found = _HOME.search(address)
    if found is None:
        return None
    gap = r"[\s\-,，、号]*"
    unit = rf"(?:{found['unit']}(?:单元|门)?{gap})?" if found["unit"] else ""
    return re.compile(
        rf"(?<!\d){re.escape(found['building'])}(?:栋|幢|座|号楼|#|-){gap}{unit}{found['room']}(?!\d)(?:室|号|房)?"
    )


def mentions_home(text: str, address: str) -> bool:
    """True where a text speaks of the flat at an address of the register, however it is written."""
    home = _home(address)
    return home is not None and home.search(text) is not None


def _marks(sender: Sender) -> Iterable[re.Pattern[str]]:
    yield _NUMBERS
    for subject in sender.subjects:
        if len(subject.name) > 1:
            yield re.compile(re.escape(subject.name))
        if home := _home(subject.address):
            yield home
    for duty in sender.duties:
        yield re.compile(re.escape(duty.name))


def redacted(text: str, sender: Sender) -> str:
    """The text without the sender's own name and flat, and without any phone or ID number."""
    for mark in _marks(sender):
        text = mark.sub(HIDDEN, text)
    return text


def identifies(text: str, sender: Sender) -> bool:
    """True where the text tells who wrote it, as far as the register knows the sender."""
    return redacted(text, sender) != text
