"""What in a tip's text would tell who wrote it, and the same text without."""

import re
from collections.abc import Iterable
from functools import lru_cache

from domain.members import Sender
from domain.numerals import fold
from domain.tips.introducing import GAP, HOUSE, ONE, introduced

HIDDEN = "〔隐去〕"
_SIGN = "[0-9零〇一二三四五六七八九幺]"
_NUMBERS = re.compile(
    rf"(?<!{_SIGN})(?:\+?86[\s-]?)?[1一幺][3-9三四五六七八九](?:[\s-]?{_SIGN}){{9}}(?!{_SIGN})"
    r"|(?<!\d)0\d{2,3}[\s-]?\d{7,8}(?!\d)|(?<![\dXx])\d{17}[\dXx](?![\dXx])"
    r"|(?:微信号?|[Vv]信|[VvWw]x|WX|QQ号?|qq号?)(?:号码|是|[:：\s])*[A-Za-z0-9_-]{5,20}"
    r"|[A-Za-z0-9.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_HOME = re.compile(r"(?P<building>\w*?\d+\w?)栋(?:(?P<unit>\d+)单元)?(?P<room>\d{2,4})")
_TENS = 10
_HUNDREDS = 100
_CHINESE = "零一二三四五六七八九"


def _spoken(number: int) -> str:
    """A number below a thousand as it is read aloud."""
    hundreds, rest = divmod(number, _HUNDREDS)
    tens, ones = divmod(rest, _TENS)
    said = f"{_CHINESE[hundreds]}百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else _CHINESE[tens]) + "十"
    elif hundreds and ones:
        said += "零"
    return said + (_CHINESE[ones] if ones or not said else "")


def _figure(digits: str) -> str:
    """A number of the register in every form that people write it."""
    if not digits.isdecimal():
        return re.escape(digits)
    spelled = "".join(f"[{one}{_CHINESE[int(one)]}{'〇' if one == '0' else ''}]" for one in digits)
    return f"(?:{spelled}|{_spoken(int(digits))})" if len(digits) < len("1000") else spelled


@lru_cache(maxsize=512)
def _home(address: str) -> re.Pattern[str] | None:
    found = _HOME.search(fold(address))
    if found is None:
        return None
    unit = rf"(?:{_figure(found['unit'])}(?:单元|门|-)?{GAP})?" if found["unit"] else ""
    floor = rf"(?:(?:\d{{1,2}}|{ONE}{{1,3}})[楼层]{GAP})?"
    before = "" if found["building"][:1].isalpha() else rf"(?<![\d{_CHINESE}十百])"
    return re.compile(
        rf"{before}{_figure(found['building'])}{HOUSE}{GAP}{unit}{floor}{_figure(found['room'])}(?![\d{_CHINESE}十])(?:室|号|房)?"
    )


def mentions_home(text: str, address: str) -> bool:
    """True where a text speaks of the flat at an address of the register, however it is written."""
    home = _home(address)
    return home is not None and home.search(fold(text)) is not None


def _own(sender: Sender) -> Iterable[re.Pattern[str]]:
    """Name and flat as the register knows them."""
    for subject in sender.subjects:
        if len(subject.name) > 1:
            yield re.compile(r"\s*".join(map(re.escape, fold(subject.name))))
        if home := _home(subject.address):
            yield home
    for duty in sender.duties:
        yield re.compile(re.escape(fold(duty.name)))


def _spans(text: str, sender: Sender) -> Iterable[tuple[int, int]]:
    """Where the text tells who wrote it: what the register knows, and what the writer says of himself."""
    folded = fold(text)
    for mark in (_NUMBERS, *_own(sender)):
        yield from (found.span() for found in mark.finditer(folded))
    yield from introduced(folded)


def redacted(text: str, sender: Sender) -> str:
    """The text without the writer's name and flat, and without any phone or ID number."""
    kept, end = [], 0
    for start, stop in sorted(_spans(text, sender)):
        if stop > end:
            kept += [text[end:start], HIDDEN] if start >= end else []
            end = stop
    return "".join([*kept, text[end:]])


def identifies(text: str, sender: Sender) -> bool:
    """True where the text tells who wrote it, by the register or in so many words."""
    return redacted(text, sender) != text
