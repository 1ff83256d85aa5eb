"""How facts of homes and shops are written, with where each comes from."""

from collections.abc import Iterable, Mapping

from domain.facts import TITLES, Fact, Source

SOURCES: Mapping[Source, str] = {"visit": "走访", "inspection": "检查", "document": "资料"}


def line(fact: Fact) -> str:
    """One fact: what, how it was, from where, when."""
    basis = f"“{fact.basis}”" if fact.basis else ""
    return f"{TITLES.get(fact.field, fact.field)}：{fact.value}（{SOURCES[fact.source]}{basis}，{fact.day}）"


def newest(facts: Iterable[Fact]) -> list[str]:
    """The last that is known of each field."""
    last: dict[str, Fact] = {}
    for one in facts:
        if one.field not in last or one.day > last[one.field].day:
            last[one.field] = one
    return [line(one) for one in last.values()]
