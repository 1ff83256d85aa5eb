"""What a tip is about: its topic, whether there is danger, and whether the matter is a serious one."""

import re

from domain.numerals import digits_of, fold
from domain.rules.negative import NegativeItem, NegativeList
from domain.tips.spoken import SPOKEN

DANGER = re.compile(
    r"消防|着火|起火|失火|火灾|冒烟|冒火|明火|火情|火星|动火|燃气|煤气|液化气|天然气|漏气|漏电|触电|短路|飞线|爆炸|易燃|易爆"
    r"|汽油|柴油|酒精|鞭炮|烟花|爆竹|高空抛物|高空坠物|往下[丢扔砸倒抛]|[丢扔抛]下[来楼]|坠落|要掉下来|电梯困人|困在电梯|踩踏|坍塌|要塌"
    r"|疏散通道|安全出口|(?:楼内|楼道|入户|屋里|家里|上楼).{0,6}充电|进电梯|井盖|咬人|咬伤|咬了|伤人|打人|砍人|拿刀|持刀|动手"
)
_TOPICS = (
    (
        "ebike_fire",
        re.compile(
            r"消防|着火|起火|火灾|冒烟|动火|燃气|煤气|液化气|汽油|柴油|易燃|烟花|鞭炮|飞线|充电|电动车|电瓶|灭火|疏散|私拉电线"
        ),
    ),
    ("dog", re.compile(r"狗|犬|遛")),
    ("honest_business", re.compile(r"缺斤|短斤|假货|过期|欺诈|预付卡|店家|价格")),
    ("environment", re.compile(r"垃圾|污水|油烟|烧纸|焚烧|堆物|堆放|堆满|堆着|纸箱|杂物|绿地|种菜|脏|臭")),
    ("partner_duty", re.compile(r"劝阻|爽约|诉求|泄露|拒绝兑付")),
    (
        "public_order",
        re.compile(
            r"噪音|噪声|乱停|占道|抛物|往下[丢扔砸倒抛]|[丢扔抛]下[来楼]|漏水|装修|吵|停车|敲墙|扰民|麻将|音响|广场舞|养鸡|养鸽"
        ),
    ),
)
OTHER = "other"
_BUILDING = re.compile(
    r"(?<!\d)(\d{1,3}|(?<![这那每哪同整有另某第几十一二三四五六七八九百])[一二三四五六七八九十百]{1,4})\s*(?:栋|幢|座|号楼|#)"
)
_ENTRANCE = re.compile(r"(?<!\d)(\d{1,2}|[一二三四五六七八九十]{1,2})\s*单元")
_ROOM = re.compile(r"(?:[栋幢座楼层#]|单元)\s*(\d{3,4})(?![\d年])|(?<!\d)(\d{3,4})\s*(?:室|号房|房|住户)")


def item_of(text: str, negative: NegativeList) -> NegativeItem | None:
    """The item of the negative list that the text names, the longest name first; else the one that it speaks of."""
    by_name = {name: item for item in reversed(negative.items) for name in item.names}
    if named := max((name for name in by_name if name in text), key=len, default=""):
        return by_name[named]
    return next((by_name[name] for name, told in SPOKEN if name in by_name and told.search(text)), None)


def topic_of(text: str, negative: NegativeList) -> str:
    """The key of the topic: a heading of the negative list, or ``other``."""
    item = item_of(text, negative)
    if item is not None:
        return item.domain
    return next((topic for topic, words in _TOPICS if words.search(text)), OTHER)


def endangers(text: str) -> bool:
    """True where waiting for the batch could hurt somebody, so that "at once" has to be offered."""
    return DANGER.search(text) is not None


def is_serious(text: str, negative: NegativeList) -> bool:
    """True for a matter that two people must confirm."""
    item = item_of(text, negative)
    return item is not None and item.severity == "serious"


def concerns_unit(text: str, negative: NegativeList) -> bool:
    """True for what only a public unit can have done, so that the property's staff must not check it."""
    item = item_of(text, negative)
    return item is not None and set(item.subjects) == {"public_unit"}


def same_matter(text: str, grid: str, negative: NegativeList, sign: int = 0) -> tuple[str, ...]:
    """What two tips on one matter share: act and place, then entrance and room, empty where they are not said.

    The place is a shop or unit that is named (``sign`` is its number), else a building; nothing where the act or the
    place is not known.
    """
    item, folded = item_of(text, negative), fold(text)
    named = buildings(folded)
    if item is None or not (sign or named):
        return ()
    if sign:
        return f"{grid}|{item.code}|sign {sign}", "", ""
    entrance, room = _ENTRANCE.search(folded), _ROOM.search(folded)
    return (
        f"{grid}|{item.code}|{named[0]}",
        digits_of(entrance[1]) or "" if entrance else "",
        (room[1] or room[2]) if room else "",
    )


def buildings(text: str) -> list[str]:
    """The numbers of the buildings that a text names."""
    return [digits_of(number) or number for number in _BUILDING.findall(fold(text))]
