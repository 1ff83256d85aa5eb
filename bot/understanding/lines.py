"""Lines of several fields: a staff line, an activity, goods with a quantity, a household, a list of people."""

import re
from collections.abc import Callable, Collection
from typing import Any

from bot.understanding.free_words import COURTESY
from bot.understanding.lexicon import trimmed
from domain.numerals import CHINESE, NUMBER, is_odd, whole

Reader = Callable[[str, str], dict[str, Any] | None]
"""From the folded and the sender's own words to the slots."""

_NOTE = re.compile(r"(?:^|(?<=[\s,，。.;；:：、]))备注|备注[:：\s]")
_FIELD = re.compile(r"[^\s,，。;；:：、]+")
_DASHED = re.compile(r"(?:[^\s,，。;；:：、—]|(?<=[0-9])—(?=[0-9]))+")
_POINTS = re.compile(rf"({NUMBER})\s*分?")
_COUNT = "[份张个袋包桶次瓶盒条块提把双支箱罐套副床]"
_UNCOUNTED = re.compile("(?:[袋桶瓶](?![装盖口子])|包(?![子装裹菜厢间车邮月年饺])|[张份](?!子))..")
_BEFORE = re.compile(rf"({NUMBER})\s*{_COUNT}\s*(.+)", re.DOTALL)
_AFTER = re.compile(rf"(.+?)[\s,，x×*]*({NUMBER})\s*{_COUNT}", re.DOTALL)
_BARE = re.compile(rf"(.+?)[\s,，x×*]+({NUMBER})", re.DOTALL)
_BARE_GLUED = re.compile(r"(.*[^0-9.\-])([0-9]{1,3})", re.DOTALL)
_NO_GOODS = re.compile(
    r"(?:个?(?:工作|话题|手机|号码|微信|密码|头像|名字|昵称|衣服|灯泡|灯管|门锁|锁|电池|轮胎|房子|地方|座位|位置|心情|频道|发型|工作|[人台群家药班车号锁])(?:$|[了吧吗嘛])|.{1,8}了$|点?(?:东西|礼品|礼物|奖品|商品|物品)$|了|什么|哪样|啥|哪些|些什么|些|目录|清单|规则|失败|成功|不了|不成|不起|出错|已经|要排队|得了|吗|不|多少|好多|几|的|换|[券卷劵]|记录|码)"
)
_EVENT = re.compile(r"(?:^|(?<=[\s,，。;；:：、]))(时间|地点|地址|名额|人数)[\s:：]*")
_EVENT_SLOT = {"时间": "when", "地点": "place", "地址": "place", "名额": "capacity", "人数": "capacity"}
_PLACE = re.compile(
    rf"(?:[0-9]+|{CHINESE}+)\s*[栋幢号]?\s*(?:楼|栋|幢|号楼|座|[冻洞动](?=\s*[0-9一二三四五六七八九十]))\s*(?:(?:[0-9]+|{CHINESE}+)\s*[单但丹][元园圆原])?\s*(?:(?:[0-9]+|{CHINESE}+)(?:室|号|户)?)?"
    rf"|(?:[0-9]+|{CHINESE}+)\s*单元\s*(?:[0-9]+|{CHINESE}+)(?:室|号|户)?"
    r"|[\u4e00-\u9fff]{1,6}[路街巷道]\s?[0-9]{1,4}号?"
    r"|[0-9]{1,3}\s?[-—–#]\s?[0-9]{1,2}\s?[-—–]\s?[0-9]{1,5}|[0-9]{1,3}\s?[-—–#]\s?[0-9]{2,5}"
)
_ASKED = re.compile("(?:几|多少|好多)分|明细|记录|^(?:吗|么|的)")
"""Who writes this asks for points or about them, and gives none."""


def _note(folded: str, raw: str) -> tuple[str, str, str | None]:
    """The line before 备注, folded and raw, and what follows."""
    found = _NOTE.search(folded)
    if not found:
        return folded, raw, None
    return folded[: found.start()], raw[: found.start()], trimmed(raw[found.end() :]) or None


def _points_at(fields: list[re.Match[str]]) -> int:
    """Where the points stand: at the end, or before a remark; a flat's number is none. 0 where nothing says them."""
    at = next((at for at in range(len(fields) - 1, 0, -1) if _POINTS.fullmatch(fields[at][0])), 0)
    word, last = fields[at][0] if at else "", at == len(fields) - 1
    if at > 1:
        return at if last or len(word.removesuffix("分")) < 3 else 0
    return at if word.endswith("分") and not last else 0


def staff(folded: str, raw: str) -> dict[str, Any] | None:
    """Subject, item, points and note of a staff line; None where subject or item is missing."""
    line, own, note = _note(folded, raw)
    fields = list((_DASHED if "—" in line else _FIELD).finditer(line))
    at = _points_at(fields)
    after = trimmed(own[fields[at].end() :]) if at else ""
    slots: dict[str, Any] = {"points": whole(fields[at][0].removesuffix("分"))} if at else {}
    if at == 1:
        slots |= {"subject": own[fields[0].start() : fields[0].end()], "item": after}
    elif len(fields := fields[: at or None]) < 2:
        return None
    else:
        note = " ".join(filter(None, (after if after != "分" else "", note)))
        last = -2 if len(fields) > 2 and is_odd(fields[-1][0]) else -1
        slots["subject"] = trimmed(own[fields[0].start() : fields[last - 1].end()])
        slots["item"] = trimmed(own[fields[last].start() : fields[-1].end()])
    if not (slots["subject"] and slots["item"]):
        return None
    return None if whole(str(slots["item"])) is not None else slots | ({"note": note} if note else {})


def item(folded: str, raw: str) -> dict[str, Any] | None:
    """Item and note of 给X加N分 Y."""
    line, own, note = _note(folded, raw)
    name = trimmed(own[: len(line)])
    if _ASKED.search(line):
        return None
    return ({"item": name} | ({"note": note} if note else {})) if name else None


def event(folded: str, raw: str) -> dict[str, Any] | None:
    """Title, time, place and capacity of an announcement."""
    marks = list(_EVENT.finditer(folded))
    title = trimmed(raw[: marks[0].start()] if marks else raw)
    if not title or _ASKED.search(title):
        return None
    slots: dict[str, Any] = {"title": title}
    for mark, end in zip(marks, [m.start() for m in marks[1:]] + [len(raw)], strict=False):
        name, value = _EVENT_SLOT[mark[1]], trimmed(raw[mark.end() : end])
        if name == "capacity":
            number = re.match(NUMBER, folded[mark.end() : end].strip())
            rest = folded[mark.end() : end].strip()[number.end() :] if number else ""
            slots |= {name: whole(number[0])} if number and not is_odd(number[0] + rest) else {}
        elif value:
            slots[name] = value
    return slots


def goods(items: Collection[str]) -> Reader:
    """A reader of an item and how many of it; ``items`` are what the catalogue calls its goods."""

    def read(folded: str, raw: str) -> dict[str, Any] | None:
        line = COURTESY.sub("", folded)
        for pattern, thing, count in ((_BEFORE, 2, 1), (_AFTER, 1, 2), (_BARE, 1, 2), (_BARE_GLUED, 1, 2)):
            found = pattern.fullmatch(line)
            if found:
                name = trimmed(raw[found.start(thing) : found.end(thing)])
                return {"item": name, "quantity": whole(found[count])} if name else None
        # 换张理发券 counts without a number; 袋装大米 does not.
        at = 1 if _UNCOUNTED.match(line) or (re.match(_COUNT, line) and is_listed(line[1:], items)) else 0
        name = trimmed(raw[at : len(line)])
        return {"item": name} if name and not _NO_GOODS.match(line[at:]) else None

    return read


def is_listed(thing: str, items: Collection[str]) -> bool:
    """Whether the catalogue may have this: its words stand there or hold it, or it is a voucher or a course."""
    thing = thing.strip()
    known = any(name in thing or thing in name for name in items)
    return bool(thing) and (known or thing.endswith(("券", "课", "卡", "课程")))


def people(folded: str, raw: str) -> list[str] | None:
    """Names, however they are separated."""
    found = [raw[m.start() : m.end()] for m in re.finditer(r"[^\s,，。;；、:：/|]+", folded)]
    return [name for name in found if name != "和"] or None


def household(folded: str, raw: str) -> dict[str, Any] | None:
    """A name and an address in either order."""
    place = _PLACE.search(folded)
    slots: dict[str, Any] = {}
    name = raw
    if place:
        slots["address"] = trimmed(raw[place.start() : place.end()])
        name = raw[: place.start()] + " " + raw[place.end() :]
    name = trimmed(
        re.sub(r"^[的呢]|(?:我们?)?家?(?:住在|住(?!户)|在)|我家是|家住|地址|姓名|(?:我)?(?:叫|是)", " ", name.strip())
    )
    name = re.sub(
        "^[的呢]?(?:住[户戶]|[业業]主|居民|租[户戶]|租客|房[东東]|[户戶]主|家[属屬])(?=.)|^[的呢](?=.)|(?<=.)[\\s,，]+[的呢]?$",
        "",
        name,
    )
    if name and (not re.fullmatch(r"[\w·]{1,12}", name) or re.search("什么|意思|怎么|[吗了没]$", name)):
        return None
    return slots | ({"name": name} if name else {})


def resident(folded: str, raw: str) -> dict[str, Any] | None:
    """A name together with an address, nothing less."""
    slots = household(folded, raw)
    return slots if slots and {"name", "address"} <= slots.keys() else None


def counted(items: Collection[str]) -> Reader:
    """A reader of goods with a quantity."""
    any_goods = goods(items)

    def read(folded: str, raw: str) -> dict[str, Any] | None:
        slots = any_goods(folded, raw)
        return slots if slots and "quantity" in slots else None

    return read


def pair(first: str, second: str) -> Any:  # noqa: ANN401  # a reader, which kinds.py types
    """A reader of a word and, after a space, the rest."""

    def read(folded: str, raw: str) -> dict[str, Any] | None:
        found = re.match(r"[^\s,，。;；:：、]+", folded)
        if not found:
            return None
        rest = trimmed(raw[found.end() :])
        return {first: raw[: found.end()]} | ({second: rest} if rest else {})

    return read


def whole_pair(first: str, second: str) -> Any:  # noqa: ANN401  # a reader, which kinds.py types
    """A reader of a word and the rest, both needed."""
    half = pair(first, second)

    def read(folded: str, raw: str) -> dict[str, Any] | None:
        slots: dict[str, Any] | None = half(folded, raw)
        return slots if slots and len(slots) == 2 else None

    return read


def nomination(folded: str, raw: str) -> dict[str, Any] | None:
    """An award, a nominee and the reason after 理由."""
    found = re.search(r"[\s,，;；]理由[\s:：]*", folded)
    end = found.start() if found else len(folded)
    slots = whole_pair("award", "nominee")(folded[:end], raw[:end])
    reason = trimmed(raw[found.end() :]) if found else ""
    return (slots | ({"reason": reason} if reason else {})) if slots else None
