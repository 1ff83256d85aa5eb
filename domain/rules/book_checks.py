"""Checks of pledges, tips, awards and rewards, each file by itself."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import pairwise

from domain.awards.season import FOLLOW_UP_DAYS, day_of, publicity_day
from domain.mistake import Mistake
from domain.rules import forbidden, wording
from domain.rules.awards import Award, AwardBook
from domain.rules.bounds import Within, check_figure
from domain.rules.naming_checks import (
    check_codes,
    check_list,
    check_names,
    check_subjects,
    check_unique,
    name_field,
)
from domain.rules.pledges import PledgeBook
from domain.rules.rewards import RewardShop
from domain.rules.tips import TipBook

PLEDGES, TIPS, AWARDS, REWARDS = "pledges.toml", "tips.toml", "awards.toml", "rewards.toml"
TIP_LENGTH = 80
_COMMON_YEAR = 2001
_COMMON_DAYS = 28


def check_pledges(book: PledgeBook) -> Iterator[Mistake]:
    """Every mistake of pledges.toml by itself."""
    yield from check_codes(PLEDGES, "pledges", book.pledges)
    yield from check_names(PLEDGES, "pledges", book.pledges, ("name", "title"))
    yield from check_subjects(PLEDGES, "pledges", book.pledges)
    yield from check_list(PLEDGES, "convention.articles", book.convention.articles)
    for index, pledge in enumerate(book.pledges):
        path, wanted = f"pledges[{index}]", f"我承诺{pledge.name}"
        if pledge.sign_phrase != wanted:
            yield Mistake(PLEDGES, f"{path}.sign_phrase", wording.SIGN_PHRASE.format(wanted=wanted))
        yield from check_figure(PLEDGES, Within(f"{path}.validity_months", 1, 36), pledge.validity_months)
        yield from check_list(PLEDGES, f"{path}.keep", pledge.keep)
        yield from check_list(PLEDGES, f"{path}.breach", pledge.breach)
        yield from check_list(PLEDGES, f"{path}.linked_negative", pledge.linked_negative, needed=False)


def check_tips(book: TipBook) -> Iterator[Mistake]:
    """Every mistake of tips.toml."""
    yield from check_codes(TIPS, "tips", book.tips)
    yield from check_unique(TIPS, "tips", "text", (tip.text for tip in book.tips))
    if in_quiet_hours(book.policy.post_time, book.policy.quiet_hours):
        shown = book.policy.post_time.strftime("%H:%M")
        yield Mistake(TIPS, "policy.post_time", wording.IN_QUIET_HOURS.format(value=shown))
    for index, tip in enumerate(book.tips):
        if len(tip.text) > TIP_LENGTH:
            sentence = wording.TIP_TOO_LONG.format(length=len(tip.text))
            yield Mistake(TIPS, f"tips[{index}].text", sentence)
        if not tip.topic.strip():
            yield Mistake(TIPS, f"tips[{index}].topic", wording.BLANK)
        yield from check_months(TIPS, f"tips[{index}].months", tip.months)


def in_quiet_hours(at: time, quiet: tuple[time, time]) -> bool:
    """Whether the time lies in the quiet hours, which may pass midnight."""
    start, end = quiet
    return start <= at < end if start <= end else at >= start or at < end


def check_months(file: str, path: str, months: tuple[int, ...]) -> Iterator[Mistake]:
    """Months that are none, or stand twice."""
    for index, month in enumerate(months):
        if not 1 <= month <= 12:
            yield Mistake(file, f"{path}[{index}]", wording.MONTH.format(value=month))
        elif month in months[:index]:
            yield Mistake(file, f"{path}[{index}]", wording.REPEATED.format(value=month))


def check_awards(book: AwardBook) -> Iterator[Mistake]:
    """Every mistake of awards.toml."""
    yield from check_codes(AWARDS, "awards", book.awards)
    yield from check_unique(AWARDS, "awards", "title", (award.title for award in book.awards))
    yield from _award_days(book)
    yield from _publicity(book)
    yield from check_list(AWARDS, "process.reviewers", book.process.reviewers)
    for index, award in enumerate(book.awards):
        yield from _award(f"awards[{index}]", award)


def _award_days(book: AwardBook) -> Iterator[Mistake]:
    days = {key: str(getattr(book.process, key)) for key in (*wording.DATES, "announce_on")}
    for key, day in days.items():
        if not is_month_day(day):
            yield Mistake(AWARDS, f"process.{key}", wording.MONTH_DAY.format(value=day))
    for first, second in pairwise(wording.DATES):
        low, high = days[first], days[second]
        if is_month_day(low) and is_month_day(high) and low > high:
            names = {"first": wording.DATES[first], "second": wording.DATES[second]}
            yield Mistake(AWARDS, f"process.{second}", wording.ORDER.format(low=low, high=high, **names))


def _publicity(book: AwardBook) -> Iterator[Mistake]:
    """The publicity fits between the review and the announcement, and late objections still fit behind that."""
    process = book.process
    days = (process.nominate_open, process.review_meeting_by, process.announce_on)
    if not all(map(is_month_day, days)):
        return
    if day_of(_COMMON_YEAR, process.announce_on).day > _COMMON_DAYS - FOLLOW_UP_DAYS:
        yield Mistake(AWARDS, "process.announce_on", wording.ANNOUNCE_LATE.format(value=process.announce_on))
    year = _COMMON_YEAR + (process.announce_on < process.nominate_open)
    announced, review = day_of(year, process.announce_on), day_of(_COMMON_YEAR, process.review_meeting_by)
    if announced - timedelta(days=process.publicity_days + 1) <= review:
        words = {"days": process.publicity_days, "first": publicity_day(process), "review": process.review_meeting_by}
        yield Mistake(AWARDS, "process.announce_on", wording.PUBLICITY_TOO_EARLY.format(**words))


def is_month_day(text: str) -> bool:
    """Whether the text is a day that every year has, written MM-DD."""
    if not re.fullmatch(r"[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date(_COMMON_YEAR, int(text[:2]), int(text[3:]))
    except ValueError:
        return False
    return True


def _award(path: str, award: Award) -> Iterator[Mistake]:
    total = sum(indicator.weight for indicator in award.indicators)
    if total != 100:
        verb = "再加" if total < 100 else "减去"
        sentence = wording.WEIGHTS.format(total=total, verb=verb, gap=abs(100 - total))
        yield Mistake(AWARDS, f"{path}.indicators", sentence)
    keys = (indicator.key for indicator in award.indicators)
    yield from check_unique(AWARDS, f"{path}.indicators", "key", keys)
    yield from check_list(AWARDS, f"{path}.eligibility", award.eligibility)
    yield from check_figure(AWARDS, Within(f"{path}.quota_min", 1), award.quota_min)
    yield from check_figure(AWARDS, Within(f"{path}.quota_ratio", 0, 1), award.quota_ratio)
    known = wording.BASES[award.subject]
    if award.quota_ratio and award.quota_base != known:
        sentence = wording.QUOTA_BASE.format(known=known, value=award.quota_base)
        yield Mistake(AWARDS, f"{path}.quota_base", sentence)
    for index, indicator in enumerate(award.indicators):
        place = f"{path}.indicators[{index}]"
        yield from check_figure(AWARDS, Within(f"{place}.weight", 1, 100), indicator.weight)
        yield from check_figure(AWARDS, Within(f"{place}.full_at", 1), indicator.full_at)


def check_rewards(shop: RewardShop) -> Iterator[Mistake]:
    """Every mistake of rewards.toml by itself."""
    yield from check_codes(REWARDS, "rewards", shop.rewards)
    yield from check_names(REWARDS, "rewards", shop.rewards, ("title",))
    yield from check_subjects(REWARDS, "rewards", shop.rewards)
    yield from _post_day(shop.tip_reward.post_day)
    carried = shop.tip_reward.carry_months
    yield from check_list(REWARDS, "tip_reward.carry_months", [str(months) for months in carried])
    for index, months in enumerate(carried):
        yield from check_figure(REWARDS, Within(f"tip_reward.carry_months[{index}]", 0, 2), months)
    for index, reward in enumerate(shop.rewards):
        path = f"rewards[{index}]"
        yield from check_figure(REWARDS, Within(f"{path}.cost", 1), reward.cost)
        yield from check_figure(REWARDS, Within(f"{path}.stock_per_month", 0), reward.stock_per_month)
        yield from check_figure(REWARDS, Within(f"{path}.per_subject_per_month", 0), reward.per_subject_per_month)
        for position, sentence in forbidden_uses(reward.names):
            yield Mistake(REWARDS, f"{path}.{name_field(('title',), position)}", sentence)


def _post_day(day: int | str) -> Iterator[Mistake]:
    if day == "last" or (isinstance(day, int) and 1 <= day <= 28):
        return
    too_late = isinstance(day, int) and 28 < day <= 31
    yield Mistake(REWARDS, "tip_reward.post_day", (wording.DAY if too_late else wording.DAY_SHAPE).format(value=day))


def forbidden_uses(names: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Names (by position) that speak of a use which points may not have, with the sentence."""
    for use, words in forbidden.USES.items():
        for position, word in forbidden.found(words, names):
            yield position, wording.FORBIDDEN_USE.format(name=names[position], word=word, use=use)
