"""Invented cases for teaching: what they may not hold, and when two people have approved one."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from domain.matters.matter import Step
from domain.query import Query
from domain.register.address import find_address

SORT = "case"
DRAFTED, APPROVED, PUBLISHED, REJECTED = "drafted", "approved", "published", "rejected"
APPROVERS = 2
LONGEST = 600
Found = Literal["name", "room", "phone", "plate"]
_PHONE = re.compile(r"(?<!\d)(?:\+?86[\s-]?)?(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]?\d{7,8}|\d{7,})(?!\d)")
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s*[A-Z][\s·.・-]*[A-Z0-9]{5,6}(?![A-Z0-9])",
    re.IGNORECASE,
)
_ROOM = re.compile(r"(?<!\d)\d{3,4}\s*(?:室|号房|房间)")


@dataclass(frozen=True, slots=True)
class NamesWithin(Query[tuple[str, ...]]):
    """The names of the register, of residents, shops, units, contacts and staff, that a text holds."""

    text: str


def plain(text: str) -> str:
    """A text as it is scanned: full-width signs made narrow, invisible ones and spaces within words left out."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in folded if unicodedata.category(sign) not in {"Cf", "Cc"} or sign == "\n")


def scanned(text: str, names: Sequence[str]) -> tuple[Found, ...]:
    """What a case holds that could be somebody's; ``names`` are those of the register within it."""
    read = plain(text)
    found: dict[Found, bool] = {
        "name": bool(names),
        "room": bool(_ROOM.search(read)) or _holds_home(read),
        "phone": bool(_PHONE.search(read)),
        "plate": bool(_PLATE.search(read)),
    }
    return tuple(name for name, holds in found.items() if holds)


def _holds_home(text: str) -> bool:
    rest = text
    while found := find_address(rest):
        if found.address.is_home:
            return True
        rest = rest[max(found.end, 1) :]
    return False


def approvers(steps: Sequence[Step]) -> frozenset[int]:
    """Who said yes."""
    return frozenset(one.person for one in steps if one.act == "approve")
