"""The covenant in the chats, and a drive that is over."""

import pytest

from domain.code import NewCode
from domain.covenant import Covenant
from domain.decision import Unit
from domain.enrolment import EnrolGrid, GridsOf
from domain.matters.matter import MattersOf, OpenMatter, Step
from tests.conversations.conftest import Community
from tests.conversations.street import at, passing


async def _put(community: Community, *effects: object) -> None:
    await community.app.store.post(Unit(None, effects, at=int(community.clock.now().timestamp() * 1000)))


async def test_the_version_and_its_day(community: Community) -> None:
    """公约 → 第 1 版；登记通过第 2 版以后 → 新的条目、哪天哪个会通过、几票。"""
    (first,) = await community.say("李桂芬", "公约")
    assert "养犬牵绳" in first
    assert "第 1 版，随规则启用" in first
    record = Covenant(
        2, "居民公约", ("楼道不放东西。",), ("楼道不放东西。",), "adopted", 0, "居民代表大会", "2026-11-20", 30, 4
    )
    await _put(community, record)
    (second,) = await community.say("李桂芬", "居民公约")
    assert second.endswith("1. 楼道不放东西。\n第 2 版，2026年11月20日 居民代表大会通过（赞成 30，反对 4）。")
    await community.say("张三", "承诺 文明养犬")
    await community.say("张三", "是")
    (held,) = await community.app.store.answer(MattersOf(2, "pledge"))
    assert held.facts["covenant"] == 2


async def test_comments_are_kept_without_a_name_while_the_time_runs(community: Community) -> None:
    """公约意见 → 只在征求意见时收，不记名；过了时间 → 一句话说明。"""
    assert "现在没有在征求意见的公约草案" in (await community.say("李桂芬", "公约意见 楼下放个鞋架行不行"))[0]
    end = int(at(11, 30, 0).timestamp() * 1000)
    await _put(community, Covenant(2, "居民公约", ("楼道不放东西。",), ("楼道不放东西。",), "open", end))
    assert "第 2 版正在征求意见，到 11月29日。改动：楼道不放东西。" in (await community.say("李桂芬", "公约"))[0]
    assert "意见不记名" in (await community.say("李桂芬", "公约意见 楼下放个鞋架行不行"))[0]
    assert await community.app.store.answer(MattersOf(1, "covenant_comment")) == ()
    (kept,) = await community.app.store.answer(MattersOf(0, "covenant_comment"))
    assert kept.facts["words"] == "楼下放个鞋架行不行"
    community.pass_time(days=8)
    assert "现在没有在征求意见" in (await community.say("李桂芬", "公约意见 再说一句"))[0]


@pytest.mark.parametrize("signed", [0, 1])
async def test_a_drive_ends_by_itself(community: Community, signed: int) -> None:
    """接龙到了最后一天上午：群里说一声有几家签了，只说一次。"""
    if signed:
        await community.say("李桂芬", "承诺 文明养犬")
        await community.say("李桂芬", "是")
    (grid,) = [one.code for one in await _grids(community)]
    end = int(at(11, 25, 9).timestamp() * 1000)
    facts = {"pledge": "C01"}
    await _put(
        community,
        OpenMatter(NewCode("K"), "drive", "open", "文明养犬承诺", Step("open"), grid=grid, due_at=end, facts=facts),
    )
    said = await passing(community, at(11, 26))
    assert [line for line in said if f"本网格已有 {signed} 家签了" in line] == [
        f"群: 文明养犬承诺接龙到今天结束，谢谢大家：本网格已有 {signed} 家签了。没赶上的随时可以签。"
    ]


async def _grids(community: Community) -> tuple[EnrolGrid, ...]:
    return await community.app.store.answer(GridsOf())
