"""The simulator's clock moves forward only."""

import pytest

from tests.web.conftest import Caller

NOW = "2026-11-23T10:00:00+08:00"


@pytest.mark.parametrize(
    ("move", "now"),
    [
        ({"to": NOW}, NOW),
        ({"to": "2026-11-23T09:51:00+08:00"}, NOW),
        ({"to": "2026-11-23T03:00:00+00:00"}, "2026-11-23T11:00:00+08:00"),
        ({"step": "days:2"}, "2026-11-25T10:00:00+08:00"),
        ({"step": "days:0"}, NOW),
        ({"step": "start_of_next_month"}, "2026-12-01T00:00:00+08:00"),
        ({"step": "start_of_next_quarter"}, "2027-01-01T00:00:00+08:00"),
        ({"step": "start_of_next_year", "staff": "auto"}, "2027-01-01T00:00:00+08:00"),
    ],
)
async def test_the_clock_goes_where_it_is_set(caller: Caller, move: dict[str, str], now: str) -> None:
    status, answer = await caller.post("/api/clock", **move)
    assert (status, answer["now"]) == (200, now)
    assert (await caller.get("/api/state"))["now"] == now


async def test_the_next_tip_is_on_a_wednesday_evening(caller: Caller) -> None:
    _, answer = await caller.post("/api/clock", step="next_tip")
    assert answer["now"].startswith("2026-11-25T19:")


@pytest.mark.parametrize(
    "move",
    [
        {"to": "2026-11-23T09:49:00+08:00"},
        {"to": "2026-11-24T10:00:00"},
        {"to": "9999-12-31T23:59:59-12:00"},
        {"to": "0001-01-01T00:00:00+14:00"},
        {"to": "明天"},
        {"to": None},
        {"to": [1]},
        {"to": 10**300},
        {"step": "days:-1"},
        {"step": "days:9999"},
        {"step": ["next_tip"]},
        {"step": {}},
        {"step": "next_tip", "staff": ["auto"]},
        {"step": "next_tip", "staff": None},
        {},
    ],
)
async def test_any_other_move_is_refused(caller: Caller, move: dict[str, object]) -> None:
    status, answer = await caller.post("/api/clock", **move)
    assert (status, list(answer)) == (400, ["error"])
    assert (await caller.get("/api/state"))["now"] == NOW


async def test_who_wrote_too_fast_is_heard_again_once_time_was_moved(caller: Caller) -> None:
    """一分钟里发太多 → 歇一分钟；时钟拨过去了，值班的人和玩的人都接着办，不会没有回音。"""
    person = await caller.enter("李桂芬", address="6栋1单元302")
    for _ in range(21):
        last = await caller.say(person, "信用修复")
    assert "发得太快" in last["sent"][0]["text"]
    assert (await caller.say(person, "信用修复"))["sent"] == []
    await caller.post("/api/clock", step="days:1")
    assert "信用修复" in (await caller.say(person, "信用修复"))["sent"][0]["text"]
