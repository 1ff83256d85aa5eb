"""The pure part of the calendar: due times, periods, quiet hours, offsets, and what stands on the shelf."""

from calendar import monthrange
from dataclasses import replace
from datetime import datetime, time, timedelta
from types import ModuleType
from typing import get_args

import pytest

from domain.calendar import Cron, Job, PeriodKind, Post, QuietHours, held, offset, period_key
from domain.decision import Say, Target, Urgency
from domain.period import SHANGHAI
from scheduler import discovery
from scheduler.discovery import discover_jobs
from scheduler.triggers import due_between, next_after

QUIET = QuietHours(time(21, 30), time(7, 30))


def at(day: int, hour: int, minute: int = 0, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)


def test_the_last_day_of_every_month_of_a_hundred_years() -> None:
    dues = due_between(Cron(day="last", hour=20, minute=10), at(1, 0, month=1), at(1, 0, month=1, year=2126))
    assert [(due.year, due.month, due.day) for due in dues] == [
        (year, month, monthrange(year, month)[1]) for year in range(2026, 2126) for month in range(1, 13)
    ]
    assert {due.time() for due in dues} == {time(20, 10)}


@pytest.mark.parametrize("day", [29, 30, 31, "31"])
def test_a_day_that_some_months_lack_is_refused(day: int | str) -> None:
    with pytest.raises(ValueError, match="last"):
        Cron(day=day, hour=1, minute=0)


def test_the_thirty_first_is_a_day_of_a_month_that_has_it() -> None:
    assert next_after(Cron(day=31, month=12, hour=10, minute=0), at(1, 0)) is not None
    with pytest.raises(ValueError, match="last"):
        Cron(day=31, month=11, hour=10, minute=0)


def test_due_times_begin_after_the_one_and_end_with_the_other() -> None:
    cron = Cron(hour="9,16", minute=10)
    assert due_between(cron, at(23, 9, 10), at(24, 9, 10)) == [at(23, 16, 10), at(24, 9, 10)]
    assert next_after(cron, at(23, 16, 10)) == at(24, 9, 10)


def test_periods_are_named_by_the_civil_day() -> None:
    due = datetime.fromisoformat("2026-12-31T16:20:00+00:00")
    names = {kind: period_key(kind, due) for kind in get_args(PeriodKind)}
    assert names == {
        "hour": "2027-01-01T00",
        "day": "2027-01-01",
        "half_day": "2027-01-01am",
        "week": "2026-W53",
        "month": "2027-01",
        "quarter": "2027Q1",
        "year": "2027",
    }


@pytest.mark.parametrize(
    ("moment", "end"),
    [
        (at(23, 21, 29), at(23, 21, 29)),
        (at(23, 21, 30), at(24, 7, 30)),
        (at(24, 0, 0), at(24, 7, 30)),
        (at(24, 7, 29), at(24, 7, 30)),
        (at(24, 7, 30), at(24, 7, 30)),
        (at(31, 23, 0, month=12), at(1, 7, 30, month=1, year=2027)),
    ],
)
def test_quiet_hours_cross_midnight(moment: datetime, end: datetime) -> None:
    assert QUIET.end(moment) == end


def test_quiet_hours_within_one_day_and_none_at_all() -> None:
    assert QuietHours(time(12), time(14)).end(at(23, 13)) == at(23, 14)
    assert not any(QuietHours(time(0), time(0)).holds(at(23, hour)) for hour in range(24))


def test_offsets_are_3_to_9_minutes_and_never_change() -> None:
    found = {offset(str(code)) for code in range(500)}
    assert found == {timedelta(minutes=minutes) for minutes in range(3, 10)}
    # Written down, so that an update cannot move every group's time.
    assert [offset(code).seconds // 60 for code in ("1", "2", "3")] == [5, 6, 4]


def say(urgency: Urgency = Urgency.PUBLIC, *, kind: str = "grid") -> Say:
    return Say(Target(kind, "2"), "x", urgency=urgency)  # type: ignore[arg-type]


def test_a_group_hears_after_its_offset_and_a_person_at_once() -> None:
    due = at(25, 19, 30)
    assert held(say(), due, due, QUIET).not_before == due + offset("2")
    assert held(say(kind="staff"), due, due, QUIET).not_before == due


def test_quiet_hours_hold_posts_and_let_safety_pass() -> None:
    due = at(25, 22)
    assert held(say(), due, due, QUIET).not_before == at(26, 7, 30) + offset("2")
    assert held(say(kind="staff"), due, due, QUIET).not_before == at(26, 7, 30) + offset("2")
    assert held(say(Urgency.SAFETY), due, due, QUIET).not_before is None


def test_what_is_caught_up_leaves_now_and_a_job_never_answers() -> None:
    late = held(say(Urgency.ANSWER), at(25, 9), at(25, 12), QUIET)
    assert late.not_before == at(25, 12)
    assert late.urgency is Urgency.NOTICE


def test_a_chat_may_not_look_like_a_mark() -> None:
    for chat in ("", "!done"):
        with pytest.raises(ValueError, match="chat"):
            Post(chat, ())


def test_the_shelf_holds_jobs_under_their_own_names() -> None:
    assert {"health", "nightly_check"} <= {job.name for job in discover_jobs()}


def _module(**held_jobs: Job) -> ModuleType:
    module = ModuleType("scheduler.jobs.planted")
    vars(module).update(held_jobs)
    return module


async def _nothing(*_: object) -> tuple[()]:
    return ()


def _job(name: str = "planted", when: Cron | None = None) -> Job:
    return Job(name, when or Cron(hour=1, minute=0), "day", timedelta(hours=1), _nothing, title="种下的")


def test_a_malformed_file_stops_the_start() -> None:
    assert discovery._job_of(_module(job=_job())).name == "planted"
    for bad in (_module(), _module(other=_job()), _module(job=_job(), other=_job())):
        with pytest.raises(TypeError, match="planted"):
            discovery._job_of(bad)
    with pytest.raises(ValueError, match="other"):
        discovery._job_of(_module(job=_job("other")))
    with pytest.raises(ValueError, match="title"):
        discovery._job_of(_module(job=replace(_job(), title="")))
    with pytest.raises(ValueError, match=r"hour|value"):
        discovery._job_of(_module(job=_job(when=Cron(hour=25, minute=0))))
