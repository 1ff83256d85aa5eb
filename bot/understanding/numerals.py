"""Whole numbers as people type them: 5, ５, 五, 二十一."""

import re

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
CHINESE = "[零〇一二两俩三四五六七八九十百千]"
NUMBER = f"(?:[0-9]{{1,6}}(?![0-9])|{CHINESE}{{1,8}}(?!{CHINESE}))"
_ODD = re.compile(
    r"[+\-−–]\s?[0-9][0-9.,]*|[0-9]+(?:[.,/][0-9]+)+|[0-9]+e[0-9]+|0x[0-9a-f]+|[0-9]{7,}"
    r"|[零〇一二两三四五六七八九十百]+点[零〇一二三四五六七八九]+|半|负[0-9零一二两三四五六七八九十百]+",
    re.IGNORECASE,
)


def whole(text: str) -> int | None:
    """The number that ``text`` is, or None where it is anything but a plain whole number."""
    if re.fullmatch("[0-9]{1,6}", text):
        return int(text)
    if not re.fullmatch(f"{CHINESE}{{1,8}}", text):
        return None
    return _chinese(text)


def _chinese(text: str) -> int:
    """The value of a Chinese numeral, with units (二十一) or digit by digit (二一)."""
    if not any(c in _UNITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = unit = 0
    for char in text:
        if char in _UNITS:
            total += (unit or 1) * _UNITS[char]
            unit = 0
        else:
            unit = _DIGITS[char]
    return total + unit


def is_odd(word: str) -> bool:
    """Whether a folded word looks like a number without being a plain whole one."""
    bare = word.removesuffix("分").strip()
    if not bare or whole(bare) is not None:
        return False
    return bool(_ODD.fullmatch(bare)) or all(c.isnumeric() for c in bare)


def odd_words(folded: str) -> tuple[str, ...]:
    """The words of a message that only look like numbers; what stands late in a long text is left alone."""
    return tuple(word for word in re.split(r"[\s,，。;；:：、]+", folded[:400]) if is_odd(word))
