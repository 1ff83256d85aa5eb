"""Simulated staff on duty, and a clock that goes on after a restart."""

from datetime import datetime
from pathlib import Path

from tests.web.conftest import Caller, calling


async def _community(caller: Caller) -> tuple[str, str]:
    resident = await caller.enter("李桂芬", address="6栋1单元302")
    worker = await caller.enter("段家荣", "grid_worker")
    return resident, worker


async def test_staff_on_duty_answer_their_cards(caller: Caller) -> None:
    """值班自动处理：拨动时钟时，网格员自己引用卡片回“属实”，居民收到加分。"""
    resident, worker = await _community(caller)
    await caller.say(resident, "申报 楼道清理 6栋一单元")
    status, still = await caller.post("/api/clock", step="days:1")
    assert status == 200
    assert not [one for one in still["sent"] if one["chat"].get("person") == resident]
    await caller.say(resident, "申报 参加学习")
    status, moved = await caller.post("/api/clock", step="days:1", staff="auto")
    assert status == 200
    told = [one["text"] for one in moved["sent"] if one["chat"].get("person") == resident]
    assert any("D1" not in text and text.startswith("L1 ") for text in told)
    said = [one for one in (await caller.get("/api/messages"))["messages"] if one["from"] == worker]
    assert said
    assert all("属实" in one["text"] for one in said)


async def test_the_clock_goes_on_after_a_restart(tmp_path: Path) -> None:
    """拨到下个月，关掉再开，时钟还在下个月。"""
    async with calling(tmp_path) as caller:
        await _community(caller)
        await caller.post("/api/clock", step="start_of_next_month")
    async with calling(tmp_path) as caller:
        now = datetime.fromisoformat((await caller.get("/api/state"))["now"])
    assert (now.month, now.day) == (12, 1)
