"""Counting, doubling, caps, notice hours, repairs, reversals and votes hold for whatever comes."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.loader import load_rules
from domain.calendar import QuietHours
from domain.findings import states
from domain.findings.appeals import DAY_MS, turn
from domain.findings.counting import Record, caps_leave, list_points, reminds, said_before
from domain.findings.repairing import earliest, points_back, repairs_left
from domain.findings.settling import approved, end_of, last_day, month_before
from domain.findings.settling_wording import notice
from domain.findings.timing import notice_at, reminder_at, window_end
from domain.findings.undoing import reversals, reversible
from domain.ledger import Entry, Hand
from domain.matters.matter import NOBODY, Holder, Matter, Step
from domain.period import SHANGHAI

RULES = load_rules(None)
POLICY, REPAIR, ITEMS = RULES.negative.policy, RULES.ratings.repair, RULES.negative.items
QUIET = QuietHours(time(21, 30), time(7, 30))
DAY = date(2026, 11, 23)
items = st.sampled_from(ITEMS)
moments = st.integers(0, 4 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=SHANGHAI) + timedelta(minutes=minutes)
)


def finding(number: int, item: str, state: str = states.DUE, points: int = 3, on: date = DAY) -> Matter:
    facts = {"item": item, "points": points, "on": on.isoformat()}
    return Matter(f"L{number}", states.SORT, state, 1, "2", NOBODY, "", (), 0, None, None, facts)


def entry(seq: int, amount: int, *, item: str = "MN05", code: int = 1, reverses: int | None = None) -> Entry:
    mark = ("source", item, "v1", "", 9, "grid_worker", "2", DAY.isoformat(), 0, reverses, "", "")
    return Entry(seq, code, 1, "credit", "deduct", amount, *mark)


@given(items, st.integers(0, 20))
def test_points_double_from_the_third_time_and_never_before(item: object, times: int) -> None:
    negative = next(one for one in ITEMS if one is item)
    points = list_points(negative, times, POLICY)
    assert points == -negative.points * (2 if times >= 2 else 1)


def test_only_what_was_kept_counts_as_a_time() -> None:
    found = tuple(
        finding(number, "MN05", state)
        for number, state in enumerate([states.CORRECTED, states.COUNTED, states.EFFECTIVE, *states.DROPPED], 1)
    )
    assert Record(found).times("MN05") == 3
    assert Record(found).times("MN06") == 0


def test_imported_entries_count_unless_reversed() -> None:
    entries = (entry(1, -3, code=77), entry(2, -3, code=78), entry(3, 3, code=78, reverses=2), entry(4, 2, code=77))
    assert Record((), entries).times("MN05") == 1
    assert Record((finding(77, "MN05"),), entries).times("MN05") == 1


@given(items, st.lists(st.tuples(items, st.integers(1, 10), st.sampled_from([states.DUE, states.REMINDED]))))
def test_caps_are_never_passed(item: object, before: list[tuple[object, int, str]]) -> None:
    negative = next(one for one in ITEMS if one is item)
    codes = [next(one.code for one in ITEMS if one is other) for other, _, _ in before]
    found = tuple(finding(n, code, row[2], row[1]) for n, (code, row) in enumerate(zip(codes, before, strict=True)))
    left = caps_leave(negative, "resident", DAY, Record(found), POLICY)
    taken = sum(row[1] for row in before if row[2] == states.DUE)
    assert 0 <= left <= negative.cap_points
    assert left == 0 or taken + left <= POLICY.max_deduction_per_month_resident
    assert caps_leave(negative, "merchant", DAY, Record(()), POLICY) == min(
        negative.cap_points, POLICY.max_deduction_per_month_org
    )


def test_last_months_findings_leave_this_months_cap_alone() -> None:
    (item,) = [one for one in ITEMS if one.code == "MN05"]
    record = Record((finding(1, "MN05", points=9, on=date(2026, 10, 31)),))
    assert caps_leave(item, "merchant", DAY, record, POLICY) == 9


def test_serious_acts_without_grace_are_never_only_reminded_of() -> None:
    for item in ITEMS:
        assert reminds(item, 0, POLICY) == (item.grace_hours > 0 or item.severity != "serious")
        assert not reminds(item, 1, POLICY)
    assert not reminds(ITEMS[0], 0, replace(POLICY, first_offence_reminds=False))


@pytest.mark.parametrize(
    ("note", "said"), [("已口头提醒", True), ("昨天提醒过", True), ("没有提醒", False), ("", False)]
)
def test_which_notes_say_that_a_reminder_was_given(note: str, said: bool) -> None:
    assert said_before(note) is said


@given(moments, st.randoms(use_true_random=False))
def test_a_notice_waits_its_hours_and_respects_the_quiet_ones(now: datetime, chance: object) -> None:
    at = notice_at(now, POLICY, QUIET, chance.randrange)  # type: ignore[attr-defined]
    assert timedelta(hours=POLICY.notice_delay_hours_min) <= at - now <= timedelta(hours=POLICY.notice_delay_hours_max)
    assert not QUIET.holds(at)
    assert window_end(at, POLICY) - at == timedelta(days=7)


@given(moments, items)
def test_a_reminder_goes_at_once_for_fire_and_with_the_batch_otherwise(now: datetime, item: object) -> None:
    negative = next(one for one in ITEMS if one is item)
    at = reminder_at(now, negative)
    if negative.domain == "ebike_fire":
        assert at == now
    else:
        assert at.time() in {time(9, 10), time(16, 10)}
        assert timedelta() < at - now <= timedelta(hours=17)


@given(st.integers(1, 40), st.sampled_from([("minor", 10), ("general", 8), ("serious", 5)]))
def test_a_repair_gives_back_by_ratio_rounded_down_at_least_one(points: int, kind: tuple[str, int]) -> None:
    severity, tenths = kind
    back = points_back(points, severity, REPAIR)  # type: ignore[arg-type]
    assert back == max(1, points * tenths // 10)
    assert 1 <= back <= points


def test_repairs_wait_their_days_and_come_twice_a_year() -> None:
    (item,) = [one for one in ITEMS if one.code == "MN05"]
    assert earliest(item, DAY) == date(2026, 12, 8)
    used = [finding(1, "MN05", "confirmed"), finding(2, "MN05", "rejected"), finding(3, "MN06", "confirmed")]
    assert repairs_left(used, "MN05", REPAIR) == 1
    assert repairs_left([*used, finding(4, "MN05", "confirmed")], "MN05", REPAIR) == 0


@given(st.lists(st.integers(-20, 20).filter(bool), min_size=1, max_size=8))
def test_reversals_are_exact_once_and_never_of_a_reversal(amounts: list[int]) -> None:
    entries = tuple(entry(seq, amount) for seq, amount in enumerate(amounts, 1))
    made = reversals(entries, Hand(), DAY)
    assert sum(one.amount for one in made) == -sum(amounts)
    assert [one.reverses for one in made] == [one.seq for one in entries]
    after = entries + tuple(entry(100 + n, one.amount, reverses=one.reverses) for n, one in enumerate(made))
    assert reversible(after) == ()


def step(person: int, act: str, role: str = "supervisor") -> Step:
    return Step(act, person, role)


@pytest.mark.parametrize(
    ("steps", "closes"),
    [
        ([step(1, "approve")], False),
        ([step(1, "approve"), step(1, "approve")], False),
        ([step(1, "approve"), step(2, "approve", "secretary")], True),
        ([step(3, "approve", "grid_worker"), step(2, "approve", "secretary")], False),
        ([step(1, "approve"), step(2, "reject", "secretary")], False),
        ([step(1, "reject"), step(2, "approve", "secretary"), step(1, "approve")], True),
    ],
)
def test_a_month_closes_by_two_of_whom_one_is_a_supervisor(steps: list[Step], closes: bool) -> None:
    assert approved(steps) is closes


@pytest.mark.parametrize(
    ("days", "done", "wanted"),
    [
        (2, "", ""),
        (3, "", "remind"),
        (3, "remind", ""),
        (5, "remind", "hand_on"),
        (6, "hand_on", ""),
        (10, "hand_on", "uphold"),
    ],
)
def test_what_the_calendar_does_with_an_open_appeal(days: int, done: str, wanted: str) -> None:
    appeal = replace(finding(1, "MN05"), facts={"turn": done})
    assert turn(appeal, days * DAY_MS) == wanted


def test_months() -> None:
    assert month_before(date(2027, 1, 1)) == "2026-12"
    assert last_day("2028-02") == date(2028, 2, 29)
    assert end_of("2026-11") == int(datetime(2026, 12, 1, tzinfo=SHANGHAI).timestamp() * 1000)


def test_small_counts_are_not_told() -> None:
    words = notice("2026-11 二网格", {"公共秩序": 2, "文明养犬": 4}, "50%", -3, 3)
    assert "公共秩序 若干、文明养犬 4 件" in words
    assert "整改完成率 50%" in words
    assert "比上月少 3 件" in words


@pytest.mark.parametrize(
    ("state", "window", "until"),
    [(states.NOTICED, 500, 700), (states.DUE, 500, 500), (states.SECONDING, None, None)],
)
def test_a_frozen_clock_goes_on_where_it_stopped(state: str, window: int | None, until: int | None) -> None:
    before = replace(finding(1, "MN05", state), due_at=window, holder=Holder("supervisor", 7))
    moved = states.freeze(before, Step("appealed"), "S1", 100)
    frozen = replace(before, state=moved.state, due_at=moved.due_at, facts={**before.facts, **moved.facts})
    assert (moved.state, moved.due_at, moved.holder) == (states.FROZEN, None, NOBODY)
    thawed = states.thaw(frozen, Step("not_upheld"), 300)
    assert (thawed.state, thawed.due_at, thawed.holder) == (state, until, before.holder)
