"""What a finding or notice must not hold: the tip's own words, a time, or the place it was seen from."""

import re

from domain.numerals import fold

LONGEST_RUN = 11
"""A run of twelve equal signs already tells the accused who wrote."""
_NOT_SAID = re.compile(r"[\W_]+")
_TIMES = re.compile(
    r"[零〇一二三四五六七八九十两\d]{1,3}\s*(?:点|时(?!间)|:|：)\s*(?:半|[零一二三四五六七八九十\d]{1,3}分?)?|凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|半夜|深夜"
    r"|昨[天晚日]|今[早晚]|前[天晚]"
)
_VANTAGE = re.compile(
    r"从?(?:楼上|楼下|对面|隔壁|窗户?|阳台|猫眼|门口)(?:[^，。；]{0,6})?(?:看到|看见|拍到|听到|听见|望见|发现)"
    r"|(?:邻居|住户|居民|有人|群众)(?:举报|反映|投诉|看到|看见)|举报人"
)


def _said(text: str) -> str:
    return _NOT_SAID.sub("", fold(text)).casefold()


def runs(text: str) -> frozenset[str]:
    """Every twelve signs in a row, spaces and punctuation aside."""
    said = _said(text)
    length = LONGEST_RUN + 1
    return frozenset(said[start : start + length] for start in range(len(said) - length + 1))


def points_at_reporter(text: str) -> str:
    """The first word of a finding that names a time or tells where it was seen from; empty where there is none."""
    found = _VANTAGE.search(text) or _TIMES.search(text)
    return found[0] if found else ""
