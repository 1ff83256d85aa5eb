"""How a value of a register is shown when it is wrong: enough to find it, not enough to expose anybody."""

import re

from domain.register.address import read_address
from domain.register.phones import mask_phone

_IDENTITY = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_NAMES = frozenset({"姓名", "联系人", "监护人", "队长", "成员"})
_LONGEST = 20


def holds_identity_number(text: str) -> bool:
    """Whether a citizen's identity number stands in the text."""
    return bool(_IDENTITY.search(text))


def mask_name(name: str) -> str:
    """The first sign and one star for all others."""
    return f"{name[:1]}*" if name else ""


def mask_value(column: str, text: str, kind: str = "") -> str:
    """A cell's text as a list of mistakes may show it."""
    if holds_identity_number(text):
        return "******"
    if "电话" in column and not re.match(r"^[\d.]+[eE]", text):
        return mask_phone(text) if text else ""
    if column in _NAMES or (column == "名称" and kind == "居民"):
        return mask_name(text)
    if column == "地址":
        return _mask_address(text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _mask_address(text: str) -> str:
    address = read_address(text)
    if address.building:
        return f"{address.estate}{address.building}栋…"
    return text if len(text) <= 6 else f"{text[:6]}…"
