"""Grades that change at night: told privately, and down to C only with two people and seven days."""

import pytest

from domain.decision import Unit
from domain.ledger import Hand, NewEntry, RuleMark
from domain.members import FindSubjects
from tests.conversations.conftest import Community
from tests.conversations.street import at, passing


@pytest.fixture
async def group(community: Community) -> Community:
    """A management group of a supervisor and a secretary."""
    await community.enter("罗琼", "supervisor")
    await community.enter("白云", "secretary")
    return community


async def _moved(community: Community, points: int, source: str) -> None:
    """An entry for 张三, as the month's settlement posts it."""
    number = (await community.app.store.answer(FindSubjects(name="张三")))[0].id
    item = RuleMark("RN01" if points < 0 else "R01", community.app.rules.version, "")
    entry = NewEntry(
        code=int(source), subject=number, account="credit", contra="deduct" if points < 0 else "issue",
        amount=points, source=source, rule=item, hand=Hand(), occurred_on=f"{community.clock.now():%Y-%m-%d}",
    )  # fmt: skip
    await community.app.store.post(Unit(None, (entry,), at=int(community.clock.now().timestamp() * 1000)))


async def _grade(community: Community) -> str:
    return (await community.say("张三", "信用等级"))[0]


async def test_a_fall_is_announced_before_it_happens(group: Community) -> None:
    """98 分：第二天早上提前说一声；再降到 94 分，私聊告诉等级变成 B。"""
    await _moved(group, -2, "101")
    said = await passing(group, at(11, 24))
    assert [line for line in said if line.startswith("张三: 提前说一声：您的信用分是 98，到 95 分以下")]
    assert not [line for line in await passing(group, at(11, 25)) if line.startswith("张三")]
    await _moved(group, -4, "102")
    said = await passing(group, at(11, 26))
    assert [line for line in said if line.startswith("张三: 您的信用等级现在是 B")]


async def test_c_needs_two_people_and_seven_days(group: Community) -> None:
    """75 分：等级留在 B；监督员和书记各回一次属实，等满七天，才降到 C 并告知本人。"""
    await _moved(group, -25, "101")
    said = await passing(group, at(11, 24))
    assert [line for line in said if line.startswith("张三: 您的信用等级现在是 B")]
    card = next(line for line in said if line.startswith("罗琼: 【降级确认】G1"))
    assert "3栋 张* 信用分 75，拟降到 C" in card
    assert "信用等级 B" in await _grade(group)
    assert "没有管理小组两个人确认，不会降到 C" in await _grade(group)
    assert "还要另一位组员确认" in (await group.say("罗琼", "G1 属实"))[0]
    assert "您已经确认过了" in (await group.say("罗琼", "G1 属实"))[0]
    assert "7 天后" in (await group.say("白云", "G1 属实"))[0]
    assert not [line for line in await passing(group, at(12, 1, 9)) if "现在是 C" in line]
    assert "信用等级 B" in await _grade(group)
    said = await passing(group, at(12, 2))
    assert [line for line in said if line.startswith("张三: 您的信用等级现在是 C（待改进），信用分 75")]
    assert "信用等级 C" in await _grade(group)
    assert await group.proof() == ()


async def test_a_score_that_recovers_ends_the_matter(group: Community) -> None:
    """确认以后七天里分数回到 85：不降了。"""
    await _moved(group, -25, "101")
    await passing(group, at(11, 24))
    await group.say("罗琼", "G1 属实")
    await group.say("白云", "G1 属实")
    await _moved(group, 10, "102")
    assert not [line for line in await passing(group, at(12, 3)) if "现在是 C" in line]
    assert "信用等级 B" in await _grade(group)
    assert "没有找到等您答复的 G1" in (await group.say("罗琼", "G1 属实"))[0]


async def test_a_no_keeps_the_grade_and_asks_nobody_again(group: Community) -> None:
    """书记：G1 不属实 → 问原因 → 等级不变，第二天不再问。"""
    await _moved(group, -25, "101")
    await passing(group, at(11, 24))
    assert "原因" in (await group.say("白云", "G1 不属实"))[0]
    assert "等级保持不变" in (await group.say("白云", "家里有特殊情况，先帮他改"))[0]
    assert not [line for line in await passing(group, at(11, 28)) if "降级确认" in line]


async def test_whoever_is_concerned_is_kept_out(group: Community) -> None:
    """网格员不在管理小组：G1 不是他能答复的。"""
    await _moved(group, -25, "101")
    said = await passing(group, at(11, 24))
    assert not [line for line in said if line.startswith("段家荣: 【降级确认】")]
    assert "没有找到等您答复的 G1" in (await group.say("段家荣", "G1 属实"))[0]
