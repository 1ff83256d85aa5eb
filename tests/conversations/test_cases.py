"""Invented cases are approved by two different people."""

from domain.code import NewCode
from domain.decision import Unit
from domain.matters.matter import Holder, MatterAt, OpenMatter, Step
from domain.publicity.cases import APPROVED, DRAFTED, REJECTED, SORT
from tests.conversations.conftest import Community


async def _drafted(community: Community) -> str:
    opened = OpenMatter(
        code=NewCode("K"),
        sort=SORT,
        state=DRAFTED,
        line="楼道充电",
        step=Step("drafted"),
        holder=Holder("supervisor"),
        facts={"title": "楼道充电", "text": "有一家人后来换到了充电棚。"},
    )
    posted = await community.app.store.post(Unit(None, (opened,), at=1))
    return f"K{next(iter(posted.numbers.values()))}"


async def _state(community: Community, code: str) -> str:
    found = await community.app.store.answer(MatterAt(code))
    assert found
    return found.state


async def test_a_supervisor_and_the_secretary_approve(community: Community) -> None:
    """罗琼：1 属实 → 还要另一位；白云：1 属实 → 两位都同意了。"""
    await community.enter("罗琼", "supervisor")
    await community.enter("白云", "secretary")
    code = await _drafted(community)
    await community.say("罗琼", "待办")
    said = await community.say("罗琼", "1 属实")
    assert any("还要另一位同意" in line for line in said)
    assert any(line.startswith("白云") and "充电棚" in line for line in said)
    assert await _state(community, code) == DRAFTED
    await community.say("白云", "今日")
    assert any("两位都同意了" in line for line in await community.say("白云", "1 属实"))
    assert await _state(community, code) == APPROVED


async def test_one_person_does_not_count_twice(community: Community) -> None:
    """白云先同意，自己再同意一次 → 还要另一位。"""
    await community.enter("白云", "secretary")
    code = await _drafted(community)
    await community.say("白云", "今日")
    assert any("还要另一位同意" in line for line in await community.say("白云", "1 属实"))
    await community.say("白云", "今日")
    assert any("您已经同意过" in line for line in await community.say("白云", "1 属实"))
    assert await _state(community, code) == DRAFTED


async def test_a_no_ends_it(community: Community) -> None:
    """罗琼：1 不属实 像一家人 → 不发。"""
    await community.enter("罗琼", "supervisor")
    code = await _drafted(community)
    await community.say("罗琼", "待办")
    assert any("不发" in line for line in await community.say("罗琼", "1 不属实 太像了"))
    assert await _state(community, code) == REJECTED
