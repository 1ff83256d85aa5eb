"""Screening refuses exactly what is missing or vetoed; scores keep to the weights; nobody is named without a word."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.loader import load_rules
from domain.awards.facts import facts_of, whole_months
from domain.awards.nomination import FULL, MASKED, UNNAMED, certificate_code, forms, public_name
from domain.awards.quota import quota
from domain.awards.record import Year
from domain.awards.scoring import mean, proposed, score, values_of
from domain.awards.screening import screen
from domain.awards.season import publicity_day, takes_nominations, year_of_awards
from domain.ledger import Entry
from domain.members import Subject
from domain.rules.awards import Award
from scheduler.discovery import discover_jobs

RULES = load_rules(None)
AWARDS = {one.code: one for one in RULES.awards.awards}
TODAY = date(2026, 12, 18)
ZHANG = Subject(1, "resident", "张三", "1", "3栋2单元501", "H1")
HERE = Year(ZHANG, volunteer_at=1, served=tuple((f"2026-{month:02}-05", 300) for month in range(1, 8)))


def entry(seq: int, item: str, amount: int, on: str, source: str = "") -> Entry:
    """One entry of the credit account."""
    contra = "deduct" if amount < 0 or source else "issue"
    values: dict[str, object] = dict.fromkeys(Entry._fields, "")
    values |= {"seq": seq, "code": seq, "subject": 1, "account": "credit", "contra": contra, "amount": amount}
    values |= {"source": source, "item": item, "occurred_on": on, "posted_at": 0, "person": 0, "reverses": None}
    return Entry(**values)  # type: ignore[arg-type]


def missing(code: str, *people: Year) -> set[str]:
    """The facts that are missing for an award."""
    return {one.fact for one in screen(AWARDS[code], people, TODAY, RULES).missing}


def test_a_good_volunteer_passes() -> None:
    assert screen(AWARDS["W01"], [HERE], TODAY, RULES).passed


@pytest.mark.parametrize(
    ("changed", "fact"),
    [
        (replace(HERE, served=HERE.served[:5]), "service_months"),
        (replace(HERE, served=tuple((day, 60) for day, _ in HERE.served)), "service_hours"),
        (replace(HERE, volunteer_at=0), "volunteer_months"),
        (replace(HERE, entries=(entry(1, "RN09", -5, "2026-11-20"),)), "open_general"),
        (replace(HERE, entries=(entry(1, "RN06", -20, "2026-11-20"),)), "grade_A"),
    ],
)
def test_each_condition_is_missed_by_its_own_fact(changed: Year, fact: str) -> None:
    assert fact in missing("W01", changed)


def test_a_repaired_deduction_is_no_obstacle_but_a_veto_stays() -> None:
    mended = (entry(1, "RN20", -5, "2026-03-01"), entry(2, "RN20", 5, "2026-04-01", "repair:L1")._replace(code=1))
    found = screen(AWARDS["W01"], [replace(HERE, entries=mended)], TODAY, RULES)
    assert "open_general" not in {one.fact for one in found.missing}
    assert found.vetoed
    assert not found.passed
    last_year = replace(HERE, entries=(entry(1, "RN20", -5, "2025-12-31"),))
    assert not screen(AWARDS["W01"], [last_year], TODAY, RULES).vetoed


def test_one_adult_without_a_pledge_is_enough_to_miss_the_family_award() -> None:
    signed, unsigned = replace(HERE, pledged_at=(1,)), replace(HERE, subject=replace(ZHANG, id=2))
    assert missing("W02", signed) == set()
    assert missing("W02", signed, unsigned) == {"pledges"}


def test_nobody_in_the_register_passes_nothing() -> None:
    for award in AWARDS.values():
        assert not screen(award, (), TODAY, RULES).passed


def test_only_neutral_conditions_are_told_to_who_nominates() -> None:
    private = {"grade_", "open_", "deduct", "clean_", "no_show"}
    for award in AWARDS.values():
        for one in award.thresholds:
            assert not (one.public and any(one.fact.startswith(word) for word in private)), one.fact


def test_every_condition_and_item_of_the_rules_is_known() -> None:
    known = facts_of([HERE], TODAY, RULES)
    for award in AWARDS.values():
        assert award.thresholds
        assert {one.fact for one in award.thresholds} <= known.keys()
        assert all(RULES.negative_item(item) for item in award.veto_items)


@given(st.lists(st.integers(1, 27), max_size=20), st.lists(st.integers(1, 12), max_size=20))
def test_more_service_never_loses_an_award(days: list[int], months: list[int]) -> None:
    served = tuple((f"2026-{month:02}-{day:02}", 90) for day, month in zip(days, months, strict=False))
    less = missing("W01", replace(HERE, served=served[:-1]))
    assert missing("W01", replace(HERE, served=served)) <= less


@given(st.sampled_from(sorted(AWARDS)), st.data())
def test_scores_lie_between_nothing_and_a_hundred(code: str, data: st.DataObject) -> None:
    award = AWARDS[code]
    values = [data.draw(st.integers(0, 10**6)) for _ in award.indicators]
    assert 0 <= score(award, values) <= 10_000
    assert score(award, [one.full_at for one in award.indicators]) == 10_000
    more = [value + 1 for value in values]
    assert score(award, more) >= score(award, values)


@given(st.lists(st.integers(0, 10), min_size=5, max_size=5))
def test_one_reviewer_alone_decides_nothing(values: list[int]) -> None:
    award = AWARDS["W01"]
    assert mean(award, {"1": values}) is None
    assert mean(award, {"1": values, "2": values}) == score(award, values)


def test_figures_of_the_form_are_whole_and_within_the_mark() -> None:
    award = AWARDS["W01"]
    full = [str(one.full_at) for one in award.indicators]
    assert values_of(award, full) == tuple(one.full_at for one in award.indicators)
    for wrong in (["-1", *full[1:]], ["101", *full[1:]], ["", *full[1:]], full[1:], ["９", *full[1:]]):
        assert values_of(award, wrong) is None
    assert proposed(award, {"service_hours": 900})[0] == 100


@given(st.sampled_from(["resident", "household"]), st.sampled_from([FULL, MASKED, UNNAMED]))
def test_a_name_stands_in_public_only_as_agreed(subject: str, form: str) -> None:
    shown = public_name(ZHANG, subject, form)
    assert ("张三" in shown) == (form == FULL)
    assert bool(shown) == (form != UNNAMED)
    assert set(forms(ZHANG, subject).values()) == {FULL, MASKED, UNNAMED}


@given(st.integers(2024, 2099), st.integers(1, 99_999), st.integers(1, 99_999))
def test_numbers_of_certificates_are_never_given_twice(year: int, one: int, other: int) -> None:
    assert (certificate_code(year, one) == certificate_code(year, other)) == (one == other)
    assert certificate_code(year, one)[1:].isdigit()


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_months_are_full_and_never_negative(since: date, until: date) -> None:
    months = whole_months(since, until)
    assert months >= 0
    assert months * 28 <= max(0, (until - since).days)


def test_nominations_are_taken_from_the_first_to_the_fifteenth() -> None:
    process = RULES.awards.process
    taken = [day for day in range(1, 32) if takes_nominations(process, date(2026, 12, day))]
    assert taken == list(range(1, 16))
    assert not takes_nominations(process, date(2026, 11, 30))


def test_weights_make_a_hundred() -> None:
    def total(award: Award) -> int:
        return sum(one.weight for one in award.indicators)

    assert {total(award) for award in AWARDS.values()} == {100}


def test_the_calendar_is_the_one_of_the_rules() -> None:
    """A community that announces on the tenth shows the list from the second on; nothing is fixed in the jobs."""
    process = replace(RULES.awards.process, announce_on="01-10", nominate_open="11-20")
    rules = replace(RULES, awards=replace(RULES.awards, process=process))
    days = {job.name: (cron.month, cron.day) for job in discover_jobs() for cron in [job.times(rules)]}
    assert days["awards_open"] == (11, 20)
    assert days["awards_publicity"] == (1, 2)
    assert days["awards_announce"] == (1, "10-24")
    assert publicity_day(RULES.awards.process) == "12-28"
    assert [year_of_awards(process, day) for day in (date(2026, 11, 20), date(2027, 1, 2))] == [2026, 2026]


@pytest.mark.parametrize(("base", "places"), [(0, 10), (500, 10), (1000, 20), (1049, 20), (1450, 29)])
def test_the_quota_is_the_least_number_or_the_share(base: int, places: int) -> None:
    assert quota(AWARDS["W01"], base) == places
