"""Kinds of slots: what one looks like in the folded text, and the value it has."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.understanding import free_words, lines, rooms
from bot.understanding.folding import fold
from bot.understanding.lexicon import FULL_NAME, trimmed
from bot.understanding.vocabulary import Vocabulary
from domain.numerals import NUMBER, whole

Value = Any
Reader = Callable[[str, str], Value]
"""From the folded and the sender's own words to the value; None refuses the pattern."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a slot is found and read; ``free`` ones hold anything, ``spread`` ones yield several slots."""

    pattern: str
    read: Reader
    free: bool = False
    spread: bool = False


_J = r"[\s—–-]"
_CODE = r"[0-9A-Za-z]"
_PERIODS = {
    "this_month": "本月份?|这个月份?|这月|当月",
    "last_month": "上个月份?|上月份?",
    "this_quarter": "本季度?|这个?季度?|当季度?",
    "last_quarter": "上一?个?季度?",
    "this_year": "今年|本年度?|这一年",
    "last_year": "去年|上一?年度?|上年度?",
}
_PERIOD_OF = [(name, re.compile(words)) for name, words in _PERIODS.items()]
_VERDICTS = {
    "confirmed": "属实|确有此事|确有其事|有这回事|有这个事|有这事|有这种事|有此事"
    "|核实无误|是真的|真实的|确实存在|情况存在|确实有|成立",
    "rejected": "不属实|并不属实|不是属实|未属实|不实|没有这回事|没得这回事|没这回事|无这回事|没有这个事"
    "|没得这个事|没这个事|没得这种事|没有这事|没得这事|没这事|无此情况|没有这种情况|没有这个情况"
    "|没有这种事|查无此事|查无实据|无此事|没有此事|没有的事|没得的事|没得呢事|不是真的|假的|误报"
    "|虚假|不存在|不成立|纯属虚构",
    "unclear": "无法核实|没法核实|没办法核实|不能核实|核实不了|核实不到|难以核实|暂时没法|无法确认|没法确认"
    "|不能确认|确认不了"
    "|无法确定|没法确定|确定不了|不能确定|不确定|不清楚|说不清楚?|查不清楚?|不好说|搞不清楚?"
    "|弄不清楚?|存疑|待核实|看不出来",
}
_VERDICT_OF = {word: name for name, words in _VERDICTS.items() for word in words.split("|") if "?" not in word}
_APPROVE = "同意|赞成|支持|没意见|没有意见|无异议|没有异议|通过|可以公布"
_REJECT = "不同意|反对|不赞成|不支持|不通过|有意见|有异议"


def _alternatives(words: str) -> str:
    """An alternation, the longest word first."""
    return "(?:" + "|".join(sorted(words.split("|"), key=len, reverse=True)) + ")"


def _upper(folded: str, _: str) -> str:
    """A code in capitals, without spaces and dashes."""
    return re.sub(r"[^0-9A-Za-z]", "", folded).upper()


def _number(folded: str, _: str) -> int | None:
    return whole(folded.strip())


def _activity(folded: str, _: str) -> str | None:
    value = whole(folded.strip())
    return None if value is None else str(value)


def _text(_: str, raw: str) -> str | None:
    return trimmed(raw) or None


def _rest(folded: str, raw: str) -> str:
    """Free text that may be left out; courtesy alone is none."""
    return "" if free_words.is_courtesy(folded) else trimmed(raw)


def _period(folded: str, _: str) -> str:
    return next(name for name, pattern in _PERIOD_OF if pattern.fullmatch(folded))


def _verdict(folded: str, _: str) -> str:
    known = _VERDICT_OF.get(folded)
    return known or ("unclear" if "清" in folded else "confirmed")


def _choice(folded: str, _: str) -> str:
    return "approve" if re.fullmatch(_APPROVE, folded) else "reject"


def _color(folded: str, _: str) -> str:
    return "red" if folded.startswith("红") else "black"


def _step(folded: str, _: str) -> str:
    return "start" if folded[0] in "开启" or folded == "出发" else "finish"


def _rows(folded: str, _: str) -> list[int]:
    return [int(n) for n in re.findall("[0-9]{1,3}", folded)]


def _same(_: str, raw: str) -> str:
    return raw.strip()


def _free(read: Reader, *, spread: bool = False, least: int = 1) -> Kind:
    return Kind(".*" if not least else ".+", read, free=True, spread=spread)


def _words(names: frozenset[str]) -> str:
    """An alternation of vocabulary; one that never matches where there is none."""
    return _alternatives("|".join(re.escape(name) for name in names)) if names else "(?!)"


def _topic(names: frozenset[str]) -> Reader:
    """The catalogue's name where the request holds one, as the sender wrote it, else the sender's words."""

    def read(folded: str, raw: str) -> str | None:
        for name in sorted(names, key=len, reverse=True):
            at = folded.find(name)
            if at >= 0:
                return raw[at : at + len(name)]
        return trimmed(raw) or None

    return read


def _listed(items: frozenset[str]) -> Reader:
    """Goods that the catalogue has."""
    goods = lines.goods(items)

    def read(folded: str, raw: str) -> dict[str, Any] | None:
        slots = goods(folded, raw)
        return slots if slots and lines.is_listed(fold(str(slots["item"])), items) else None

    return read


def _known_topic(names: frozenset[str]) -> Reader:
    """A topic of the catalogue by a shorter or a professional's name, as the catalogue has it."""

    def read(folded: str, raw: str) -> str:
        meant = _SKILL_OF.get(folded, folded)
        return raw if folded in names or meant not in names else meant

    return read


_SKILL_OF = {
    "律师": "法律咨询", "法律援助": "法律援助", "法律": "法律咨询", "心理医生": "心理咨询", "心理疏导": "心理咨询",
    "心理老师": "心理咨询", "电工": "家电维修", "修家电": "家电维修", "通下水道": "水管疏通", "修水管": "水管疏通",
    "疏通下水道": "水管疏通", "陪诊": "就医陪同", "辅导作业": "课业辅导", "理发师": "上门理发", "剪头发": "上门理发",
}  # fmt: skip
_SKILLS = frozenset(_SKILL_OF)

CODES = {
    "receipt": rf"(?<![0-9])(?:[0-9]{_J}*){{15}}[0-9](?![0-9])",
    "ledger": rf"L{_J}*[0-9]{{1,9}}(?![0-9A-Za-z])",
    "case": rf"(?:T{_J}?{_CODE}{{4,6}}(?!{_CODE})|T(?:{_J}?{_CODE}){{4,6}}(?!{_CODE}))",
    "card": rf"(?:[DLSPG]{_J}*[0-9]{{1,9}}(?!{_CODE})|T{_J}?{_CODE}{{4,6}}(?!{_CODE})"
    rf"|T(?:{_J}?{_CODE}){{4,6}}(?!{_CODE}))",
    "board": rf"B{_J}*[0-9]{{4}}{_J}*Q{_J}*[1-4](?![0-9])",
    "project": rf"P{_J}*[0-9]{{1,9}}(?![0-9A-Za-z])",
    "voucher": rf"V(?:{_J}*{_CODE}){{7}}(?!{_CODE})",
}


PERIOD = re.compile(_alternatives("|".join(_PERIODS.values())))


def period_in(folded: str) -> str | None:
    """The period that a question names somewhere."""
    found = PERIOD.search(folded)
    return _period(found[0], "") if found else None


_FREE = {
    "text": _free(_text),
    "staff": _free(lines.staff, spread=True),
    "event": _free(lines.event, spread=True),
    "item": _free(lines.item, spread=True),
    "people": _free(lines.people),
    "why": _free(free_words.grounds),
    "rest": _free(_rest),
    "remark": _free(free_words.remark),
    "asked": _free(free_words.question),
    "complaint": _free(free_words.complaint),
    "declared": _free(lines.pair("item", "note"), spread=True),
    "thanks": _free(lines.pair("person", "reason"), spread=True),
    "nomination": _free(lines.nomination, spread=True),
    "household": _free(lines.household, spread=True),
}


def kinds(vocabulary: Vocabulary, names: frozenset[str]) -> Mapping[str, Kind]:
    """Every kind a pattern may name; ``names`` are the command words of all commands."""
    closed = {name: Kind(pattern, _upper) for name, pattern in CODES.items()}
    return (
        closed
        | _FREE
        | {
            "activity": Kind(NUMBER, _activity),
            "number": Kind(NUMBER, _number),
            "period": Kind(_alternatives("|".join(_PERIODS.values())), _period),
            "color": Kind("(?:红榜|(?<![红宏洪哄烘虹鸿弘轰])黑榜)", _color),
            "verdict": Kind(_alternatives("|".join(_VERDICTS.values())), _verdict),
            "choice": Kind(_alternatives(f"{_APPROVE}|{_REJECT}"), _choice),
            "step": Kind("(?:开始|启动|出发|结束|完成|收工)", _step),
            "rows": Kind(r"[0-9]{1,3}(?:[\s,、，]+[0-9]{1,3})*", _rows),
            "pin": Kind("[0-9]{4}(?![0-9])", _upper),
            "command": Kind(_words(names), _same),
            "pledge": Kind(_words(vocabulary.pledges), _same),
            "known": Kind(_words(vocabulary.items), _same),
            "topic": _free(_topic(vocabulary.topics)),
            "brief": Kind(".{1,20}?", _text, free=True),
            "matter": Kind(".{2,24}?", free_words.matter, free=True),
            "deed": Kind(".{2,24}?", free_words.deed, free=True),
            "team": Kind(r"[^\s,，。什哪几些]{1,16}队", _text, free=True),
            "person": Kind(FULL_NAME, _text),
            "negative": Kind("负面清单", _same),
            "before": Kind(".{2,2000}?", free_words.grievance, free=True),
            "resident": Kind(".{4,40}?", lines.resident, free=True, spread=True),
            "goods": _free(lines.goods(vocabulary.items), spread=True),
            "counted": _free(lines.counted(vocabulary.items), spread=True),
            "listed": _free(_listed(vocabulary.items), spread=True),
            "known_topic": Kind(_words(vocabulary.topics | _SKILLS), _known_topic(vocabulary.topics)),
            "booking": _free(rooms.booking(vocabulary.topics | _SKILLS), spread=True),
            "room": Kind(rooms.WORD, rooms.room(vocabulary.topics | _SKILLS)),
            "room_by_name": Kind(rooms.NAMED.pattern, rooms.room(vocabulary.topics | _SKILLS)),
            "any": Kind("[A-Za-z]?[0-9][0-9A-Za-z-]{0,15}", _upper),
        }
    )
