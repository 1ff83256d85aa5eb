"""Checks of the positive and the negative list, each by itself."""

from collections.abc import Iterator

from domain.mistake import Mistake
from domain.rules import forbidden, wording
from domain.rules.bounds import Within, check_figure
from domain.rules.catalogue import Catalogue, Item
from domain.rules.naming_checks import (
    check_codes,
    check_list,
    check_names,
    check_subjects,
    check_unique,
    name_field,
)
from domain.rules.negative import NegativeItem, NegativeList, NegativePolicy

CATALOGUE, NEGATIVE = "catalogue.toml", "negative.toml"


def check_catalogue(catalogue: Catalogue) -> Iterator[Mistake]:
    """Every mistake of catalogue.toml by itself."""
    keys = [category.key for category in catalogue.categories]
    yield from check_unique(CATALOGUE, "categories", "key", keys)
    yield from check_unique(CATALOGUE, "categories", "title", (entry.title for entry in catalogue.categories))
    yield from check_codes(CATALOGUE, "items", catalogue.items)
    yield from check_names(CATALOGUE, "items", catalogue.items, ("title",))
    yield from check_subjects(CATALOGUE, "items", catalogue.items)
    words = (*catalogue.forbidden_words, *forbidden.HEALTH_AND_BELIEF)
    for index, item in enumerate(catalogue.items):
        path = f"items[{index}]"
        yield from _item(path, item, keys)
        for position, word in forbidden.found(words, item.names):
            name = item.names[position]
            if not forbidden.spared(word, name):
                sentence = wording.FORBIDDEN_DEED.format(name=name, word=word)
                yield Mistake(CATALOGUE, f"{path}.{name_field(('title',), position)}", sentence)
    yield from check_unique(CATALOGUE, "assist_topics", "name", (topic.name for topic in catalogue.assist_topics))
    for index, topic in enumerate(catalogue.assist_topics):
        yield from check_list(CATALOGUE, f"assist_topics[{index}].skills", topic.skills)


def _item(path: str, item: Item, categories: list[str]) -> Iterator[Mistake]:
    if item.category not in categories:
        yield unknown(CATALOGUE, f"{path}.category", item.category, "category", categories)
    if item.points <= 0:
        yield Mistake(CATALOGUE, f"{path}.points", wording.POINTS_POSITIVE.format(points=item.points))
    if item.cap_points < abs(item.points):
        sentence = wording.CAP_BELOW_POINTS.format(cap=item.cap_points, points=abs(item.points))
        yield Mistake(CATALOGUE, f"{path}.cap_points", sentence)
    if item.verifier == "system" and item.self_claim:
        yield Mistake(CATALOGUE, f"{path}.self_claim", wording.SYSTEM_CLAIM)
    if not item.unit.strip():
        yield Mistake(CATALOGUE, f"{path}.unit", wording.BLANK)
    yield from check_list(CATALOGUE, f"{path}.evidence", item.evidence)


def check_negative(negative: NegativeList) -> Iterator[Mistake]:
    """Every mistake of negative.toml by itself."""
    keys = [domain.key for domain in negative.domains]
    yield from check_unique(NEGATIVE, "domains", "key", keys)
    yield from check_unique(NEGATIVE, "domains", "title", (entry.title for entry in negative.domains))
    yield from check_codes(NEGATIVE, "items", negative.items)
    yield from check_names(NEGATIVE, "items", negative.items, ("title",))
    yield from check_subjects(NEGATIVE, "items", negative.items)
    yield from _policy(negative.policy, {item.code for item in negative.items})
    allowed = {entry.code for entry in negative.policy.forbidden_words_allow}
    words = (*negative.policy.forbidden_words, *forbidden.TOPICS)
    for index, item in enumerate(negative.items):
        path = f"items[{index}]"
        yield from _act(path, item, negative.policy, keys)
        for position, word in forbidden.found(words, item.names if item.code not in allowed else ()):
            sentence = wording.FORBIDDEN_ACT.format(name=item.names[position], word=word, code=item.code)
            yield Mistake(NEGATIVE, f"{path}.{name_field(('title',), position)}", sentence)


def _policy(policy: NegativePolicy, codes: set[str]) -> Iterator[Mistake]:
    low, high = policy.notice_delay_hours_min, policy.notice_delay_hours_max
    if low > high:
        names = {"first": "notice_delay_hours_min", "second": "notice_delay_hours_max"}
        sentence = wording.NOT_AFTER.format(low=low, high=high, **names)
        yield Mistake(NEGATIVE, "policy.notice_delay_hours_min", sentence)
    yield from check_list(NEGATIVE, "policy.forbidden_topics", policy.forbidden_topics)
    uses = "".join(policy.forbidden_uses)
    for use, words in forbidden.USES.items():
        if not any(word in uses for word in words):
            sentence = wording.USE_MISSING.format(use=use, words="、".join(words))
            yield Mistake(NEGATIVE, "policy.forbidden_uses", sentence)
    for index, entry in enumerate(policy.forbidden_words_allow):
        path = f"policy.forbidden_words_allow[{index}]"
        if not entry.reason.strip():
            yield Mistake(NEGATIVE, f"{path}.reason", wording.ALLOW_REASON.format(code=entry.code))
        if entry.code not in codes:
            yield Mistake(NEGATIVE, f"{path}.code", wording.ALLOW_UNKNOWN.format(code=entry.code))


def _act(path: str, item: NegativeItem, policy: NegativePolicy, domains: list[str]) -> Iterator[Mistake]:
    if item.domain not in domains:
        yield unknown(NEGATIVE, f"{path}.domain", item.domain, "domain", domains)
    yield from _deduction(path, item, policy)
    if item.severity == "minor" and item.publish != "never":
        yield Mistake(NEGATIVE, f"{path}.publish", wording.MINOR_PUBLISHED)
    elif item.publish == "org_name" and "resident" in item.subjects:
        yield Mistake(NEGATIVE, f"{path}.publish", wording.RESIDENT_NAMED)
    if item.confirmers not in {1, 2}:
        yield Mistake(NEGATIVE, f"{path}.confirmers", wording.CONFIRMERS.format(value=item.confirmers))
    yield from check_figure(NEGATIVE, Within(f"{path}.grace_hours", 0, 8784), item.grace_hours)
    yield from check_figure(NEGATIVE, Within(f"{path}.effect_months", 1, 12), item.effect_months)
    yield from check_figure(NEGATIVE, Within(f"{path}.repair_days", 0, 366), item.repair_days)
    if not item.repair_by.strip():
        yield Mistake(NEGATIVE, f"{path}.repair_by", wording.BLANK)
    yield from check_list(NEGATIVE, f"{path}.evidence", item.evidence)


def _deduction(path: str, item: NegativeItem, policy: NegativePolicy) -> Iterator[Mistake]:
    size = abs(item.points)
    if item.points >= 0:
        yield Mistake(NEGATIVE, f"{path}.points", wording.POINTS_NEGATIVE.format(points=item.points))
    if item.cap_points < size:
        sentence = wording.CAP_BELOW_POINTS.format(cap=item.cap_points, points=size)
        yield Mistake(NEGATIVE, f"{path}.cap_points", sentence)
    month = min((policy.max_deduction_per_month(kind) for kind in item.subjects), default=size)
    if size > month:
        yield Mistake(NEGATIVE, f"{path}.points", wording.OVER_MONTH_CAP.format(points=size, cap=month))


def unknown(file: str, path: str, value: str, what: str, known: list[str]) -> Mistake:
    """A key that its list does not have, with those it has."""
    where = {"category": "[[categories]]", "domain": "negative.toml 的 [[domains]]", "grade": "[[grades]]"}[what]
    words = {"value": value, "what": wording.WHAT[what], "where": where, "known": "、".join(known)}
    return Mistake(file, path, wording.UNKNOWN.format(**words))
