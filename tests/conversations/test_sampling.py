"""Supervisors look at random rows of last week, and object where something is wrong."""

import re
from datetime import datetime

from domain.sampling import Supervision, SupervisionRate
from tests.conversations.conftest import Community
from tests.conversations.street import at, passing, street


async def _a_week(community: Community, count: int) -> None:
    """So many entries of 3 to 14 people in the week before Monday, 30 November."""
    await street(community)
    for number in range(count):
        name = f"居民{number}"
        await community.enter(name, address=f"9栋{1 + number // 9}单元{101 + 100 * (number % 9)}")
        await community.say("段家荣", f"加分 {name} 志愿服务 2")


async def _rate(community: Community, now: datetime) -> Supervision:
    return await community.app.store.answer(SupervisionRate("2026-11", int(now.timestamp() * 1000)))


async def test_ten_masked_rows_on_monday_and_an_objection(community: Community) -> None:
    """周一 8:40 卡片：十笔，只有楼栋和姓；异议 L… → 冻结复查；7 天没有异议的算看过。"""
    await _a_week(community, 12)
    said = await passing(community, at(11, 30))
    (card,) = [one for one in said if one.startswith("罗琼: 【抽查】")]
    rows = re.findall("^L[0-9]+ .*$", card, re.MULTILINE)
    assert len(rows) == 10
    assert all("9栋 居* 参加志愿服务" in row for row in rows)
    assert "居民" not in card
    assert any(one.startswith("何勇: 【抽查】") for one in said)
    code = rows[0].split()[0]
    assert any(code in one for one in await community.say("罗琼", f"异议 {code} 证据不足"))
    early, late = await _rate(community, at(12, 5)), await _rate(community, at(12, 8))
    assert (early.rows, early.seen) == (12, 0)
    assert 10 <= late.shown <= 12
    assert late.objected == 1
    assert late.seen == late.shown - 1
    assert late.rate == late.seen / 12


async def test_the_command_draws_again(community: Community) -> None:
    """抽查 → 上周的记录，不到十笔就全给；没有记录就直说。"""
    await _a_week(community, 3)
    assert "没有新的记录" in (await community.say("罗琼", "抽查"))[0]
    await passing(community, at(12, 2))
    (said,) = await community.say("罗琼", "抽查")
    assert len(re.findall("^L[0-9]+ ", said.removeprefix("罗琼: "), re.MULTILINE)) == 3


async def test_own_rows_are_left_to_others(community: Community) -> None:
    """监督员自己的记录不会抽给自己。"""
    await community.enter("罗琼", "supervisor", address="7栋1单元101")
    await community.say("段家荣", "加分 7栋1单元101 罗琼 志愿服务 2")
    await community.say("段家荣", "加分 3栋2单元501 张三 志愿服务 2")
    await passing(community, at(12, 2))
    (said,) = await community.say("罗琼", "抽查")
    assert "3栋 张*" in said
    assert "罗*" not in said


async def test_residents_do_not_sample(community: Community) -> None:
    """居民发 抽查 → 由工作人员办理。"""
    assert "工作人员" in (await community.say("张三", "抽查"))[0]
