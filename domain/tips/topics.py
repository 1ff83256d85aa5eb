"""What a tip is about: its topic, whether there is danger, and whether the matter is a serious one."""

import re

from domain.rules.negative import NegativeItem, NegativeList

DANGER = re.compile(
    r"消防|着火|起火|失火|火灾|冒烟|明火|火情|动火|燃气|煤气|天然气|漏气|漏电|触电|短路|飞线|爆炸|高空抛物|坠落|电梯困人"
    r"|疏散通道|安全出口|(?:楼内|楼道|入户|屋里|家里|上楼)充电|咬人|伤人"
)
_TOPICS = (
    ("ebike_fire", re.compile(r"消防|着火|起火|火灾|冒烟|动火|燃气|煤气|飞线|充电|电动车|电瓶|灭火|疏散|私拉电线")),
    ("dog", re.compile(r"狗|犬|遛")),
    ("honest_business", re.compile(r"缺斤|短斤|假货|过期|欺诈|预付卡|店家|价格")),
    ("environment", re.compile(r"垃圾|污水|油烟|烧纸|焚烧|堆物|堆放|堆满|纸箱|杂物|绿地|脏")),
    ("partner_duty", re.compile(r"劝阻|爽约|诉求|泄露|拒绝兑付")),
    ("public_order", re.compile(r"噪音|噪声|乱停|占道|抛物|漏水|装修|吵|停车|敲墙|扰民")),
)
OTHER = "other"
_BUILDING = re.compile(r"(?<!\d)(\d{1,3})\s*(?:栋|幢|座|号楼|#)")


def item_of(text: str, negative: NegativeList) -> NegativeItem | None:
    """The item of the negative list that the text names, the longest name first."""
    named = [(len(name), item) for item in negative.items for name in item.names if name in text]
    return max(named, key=lambda one: one[0])[1] if named else None


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


def same_matter(text: str, grid: str, negative: NegativeList) -> str:
    """What two tips on one matter share: act and building; empty where no building is named."""
    item = item_of(text, negative)
    named = buildings(text)
    return f"{grid}|{item.code if item else topic_of(text, negative)}|{named[0]}" if named else ""


def buildings(text: str) -> list[str]:
    """The numbers of the buildings that a text names."""
    return _BUILDING.findall(text)
