"""Chinese and full-width numerals as people write them in messages, addresses and counts."""

import re
import unicodedata

_DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "幺": 1, "二": 2, "贰": 2, "两": 2, "兩": 2, "俩": 2, "三": 3, "叁": 3,
    "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "陸": 6, "七": 7, "柒": 7, "八": 8, "捌": 8,
    "九": 9, "玖": 9,
}  # fmt: skip
_PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
COMMON = "零〇○一幺二两兩三四五六七八九十百千"
FORMAL = "零壹贰叁肆伍陆陸柒捌玖拾佰仟"
"""Numerals of receipts; some are surnames (陆, 伍), so they are never mixed with the common ones."""
CHINESE = "[零〇一二两俩三四五六七八九十百千]"
NUMBER = f"(?:[0-9]{{1,6}}(?![0-9])|{CHINESE}{{1,8}}(?!{CHINESE}))"
"""How a count stands in a message."""
_COUNTING = frozenset("半两俩")
_WHOLE = re.compile(f"[0-9]{{1,6}}|{CHINESE}{{1,8}}")
_ODD = re.compile(
    r"[+\-−–]\s?[0-9][0-9.,]*|[0-9]+(?:[.,/][0-9]+)+|[0-9]+e[0-9]+|0x[0-9a-f]+|[0-9]{7,}"
    r"|[零〇一二两三四五六七八九十百]+点[零〇一二三四五六七八九]+|半|负[0-9零一二两三四五六七八九十百]+",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """Full-width letters, digits and signs become plain ones; every character keeps its position."""
    return "".join(_fold_one(sign) for sign in text)


def _fold_one(sign: str) -> str:
    folded = unicodedata.normalize("NFKC", sign)
    return folded if len(folded) == 1 else sign


def digits_of(text: str) -> str | None:
    """The decimal digits of ``501``, ``五〇一``, ``五百零一`` or ``十二``; None where it is no number."""
    if text.isascii():
        return text if text.isdigit() else None
    if any(sign in _PLACES for sign in text):
        number = _counted(text)
        return None if number is None else str(number)
    spelled = [sign if sign.isascii() and sign.isdigit() else _spelled(sign) for sign in text]
    return "".join(spelled) if all(spelled) else None


def whole_number(text: str) -> int | None:
    """A count of zero or more, however it is written."""
    digits = digits_of(fold(text).strip())
    return int(digits) if digits else None


def whole(text: str) -> int | None:
    """The count in a message that ``text`` is, or None where it is anything but a plain whole number."""
    if not _WHOLE.fullmatch(text):
        return None
    digits = digits_of(text)
    return None if digits is None else int(digits)


def is_odd(word: str) -> bool:
    """Whether a folded word looks like a number without being a plain whole one."""
    bare = word.removesuffix("分").strip()
    # Nearly every word of a text is no number at all.
    if not (any(map(str.isnumeric, bare)) or not _COUNTING.isdisjoint(bare)) or whole(bare) is not None:
        return False
    return bool(_ODD.fullmatch(bare)) or all(map(str.isnumeric, bare))


def odd_words(folded: str) -> tuple[str, ...]:
    """The words of a message that only look like numbers; what stands late in a long text is left alone."""
    return tuple(word for word in re.split(r"[\s,，。;；:：、]+", folded[:400]) if is_odd(word))


def _spelled(sign: str) -> str:
    return str(_DIGITS[sign]) if sign in _DIGITS else ""


def _counted(text: str) -> int | None:
    total, last, place = 0, None, 10_000
    for sign in text:
        if sign in _DIGITS:
            last = None if last is not None and last > 0 else _DIGITS[sign]
            if last is None:
                return None
        elif sign in _PLACES and _PLACES[sign] < place:
            place = _PLACES[sign]
            total += (1 if last is None else last) * place
            last = None
        else:
            return None
    return total + _rest(text, last, place)


def _rest(text: str, last: int | None, place: int) -> int:
    # 三百五 is said for 350; 三百零五 and 十五 are not shortened.
    shortened = last is not None and place > 10 and text[-2] in _PLACES
    return (last or 0) * (place // 10 if shortened else 1)
