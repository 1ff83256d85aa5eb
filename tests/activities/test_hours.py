"""What an activity earns, and what cannot be true of an attendance."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.rules.loader import default_rules
from domain.activities.activity import Activity, Attendance, Organiser, Plan, milliseconds
from domain.activities.hours import item_of, minutes_between, points_of, still_elsewhere
from domain.members import Subject
from domain.period import SHANGHAI
from domain.teams.team import Team
from handlers.activities.witnessing import fits

START = datetime(2026, 11, 28, 9, 0, tzinfo=SHANGHAI)
RULES = default_rules()
PATROL = Team("平安巡逻队", theme="平安巡逻", items=("参加平安巡逻",))


def at(minutes: int) -> int:
    return milliseconds(START + timedelta(minutes=minutes))


def activity(number: int = 1, start: int = 0) -> Activity:
    plan = Plan("activity", "清扫", "R07", "2", at(start), at(start + 120), "3栋门口")
    return Activity(number, plan, Organiser(1), "0001", "0002", "open")


@pytest.mark.parametrize(
    ("came", "went", "minutes"), [(-20, 120, 120), (0, 150, 120), (30, 90, 60), (10, 119, 109), (-20, -5, 0)]
)
def test_hours_never_go_beyond_the_plan(came: int, went: int, minutes: int) -> None:
    assert minutes_between(activity(), at(came), at(went)) == minutes


@pytest.mark.parametrize(("minutes", "points"), [(59, 0), (60, 1), (119, 1), (120, 2)])
def test_an_hour_is_a_point_and_a_part_is_none(minutes: int, points: int) -> None:
    general = RULES.item("R07")
    assert general
    assert points_of(general, minutes) == points


def test_what_counts_once_counts_once() -> None:
    patrol = RULES.item("R22")
    assert patrol
    assert points_of(patrol, 0) == points_of(patrol, 180) == 1


@pytest.mark.parametrize(
    ("title", "team", "lecture", "code"),
    [
        ("清扫楼道", None, False, "R07"),
        ("垃圾分类督导", None, False, "R27"),
        ("平安夜里走一走", PATROL, False, "R22"),
        ("夜间巡查", PATROL, False, "R22"),
        ("清扫楼道", PATROL, False, "R07"),
        ("垃圾分类督导", PATROL, False, "R27"),
        ("敬老", Team("敬老陪护队", theme="敬老", items=("照护独居、高龄或残障邻居",)), False, "R07"),
        ("消防安全", None, True, "R04"),
    ],
)
def test_an_activity_earns_what_signing_in_proves(title: str, team: Team | None, lecture: bool, code: str) -> None:
    item = item_of(RULES, title, team, lecture=lecture)
    assert item
    assert item.code == code


@pytest.mark.parametrize(
    ("out", "home", "fit"),
    [(120, "乙", True), (110, "乙", True), (60, "乙", False), (0, "乙", False), (120, "甲", False)],
)
def test_a_witness_stayed_to_the_end_and_lives_elsewhere(out: int, home: str, fit: bool) -> None:
    who, witness = (Subject(n, "resident", str(n), "2", at_home, at_home) for n, at_home in ((7, "甲"), (8, home)))
    there = {8: Attendance(1, 8, at(0), at(out) if out else 0, state="done" if out else "here")}
    assert fits(activity(), witness, there, who) is fit
    assert not fits(activity(), witness, {}, who)


def test_nobody_is_at_two_places_or_gets_there_in_no_time() -> None:
    here = Attendance(1, 7, at(0))
    gone = replace(here, out_at=at(60), state="done")
    assert still_elsewhere(2, at(30), [(here, activity())])
    assert still_elsewhere(2, at(62), [(gone, activity())])
    assert not still_elsewhere(2, at(70), [(gone, activity())])
    assert not still_elsewhere(2, at(130), [(here, activity())])
    assert not still_elsewhere(1, at(30), [(here, activity())])
    assert not still_elsewhere(2, at(30), [(here, replace(activity(), state="cancelled"))])
