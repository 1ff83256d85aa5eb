"""What a new version of the rules changes, in lines that somebody who has to agree can read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, Final

from domain.rules import changes_wording as wording
from domain.rules.rulebook import Rulebook

_LISTS: Final[Mapping[str, tuple[Callable[[Rulebook], Any], str, str]]] = {
    "积分清单": (lambda rules: rules.catalogue, "items", "code"),
    "负面清单": (lambda rules: rules.negative, "items", "code"),
    "承诺": (lambda rules: rules.pledges, "pledges", "code"),
    "兑换": (lambda rules: rules.rewards, "rewards", "code"),
    "等级": (lambda rules: rules.ratings, "grades", "key"),
    "表彰": (lambda rules: rules.awards, "awards", "code"),
    "小贴士": (lambda rules: rules.tips, "tips", "code"),
}
"""What people call each file, with the list that it holds and what tells one entry from another."""


def changes(old: Rulebook, new: Rulebook) -> tuple[str, ...]:
    """A line for every entry that came, went or changed, and for every file whose other settings did."""
    return tuple(line for title, where in _LISTS.items() for line in _of_file(title, where, old, new))


def _of_file(
    title: str, where: tuple[Callable[[Rulebook], Any], str, str], old: Rulebook, new: Rulebook
) -> Iterator[str]:
    book, entries, key = where
    before, after = book(old), book(new)
    yield from (f"{title}：{line}" for line in _of_list(getattr(before, entries), getattr(after, entries), key))
    if replace(before, **{entries: ()}) != replace(after, **{entries: ()}):
        yield f"{title}：{wording.SETTINGS}"


def _of_list(before: Iterable[Any], after: Iterable[Any], key: str) -> Iterator[str]:
    had = {getattr(one, key): one for one in before}
    has = {getattr(one, key): one for one in after}
    yield from (wording.added(_name(one, key), _worth(one)) for code, one in has.items() if code not in had)
    yield from (wording.gone(_name(one, key)) for code, one in had.items() if code not in has)
    for code, one in has.items():
        if code in had and had[code] != one:
            yield wording.changed(_name(one, key), tuple(_differences(had[code], one)))


def _name(one: Any, key: str) -> str:  # noqa: ANN401 - an entry of any list
    return f"{getattr(one, key)} {getattr(one, 'title', '')}".strip()


def _worth(one: Any) -> int | None:  # noqa: ANN401 - an entry of any list
    found = getattr(one, "points", getattr(one, "cost", None))
    return found if isinstance(found, int) else None


def _differences(before: Any, after: Any) -> Iterator[str]:  # noqa: ANN401 - entries of any list
    for one in fields(after):
        had, has = getattr(before, one.name), getattr(after, one.name)
        if had != has:
            yield wording.difference(one.name, had, has)
