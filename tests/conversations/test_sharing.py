"""Points put together in a household, and the pool that helps neighbours, as those concerned read it."""

from bot.channels.simulator.timeline import Shown
from domain.decision import Unit
from domain.matters.matter import OpenMatters
from domain.members import FindSubjects, Subject
from domain.period import civil
from domain.shop.sharing import HOUSEHOLD, PoolOf
from domain.standing import StandingOf
from handlers.rewards.sharing import help_proposed, merge_asked, merged
from tests.conversations.conftest import Community
from tests.conversations.exchanging import earn


async def _one(community: Community, name: str) -> Subject:
    (found,) = await community.app.store.answer(FindSubjects(name))
    return found


async def _desk(community: Community, *effects: object) -> list[Shown]:
    """What the desk enters, and what it causes."""
    await community.app.book.post(Unit(None, effects, at=int(community.clock.now().timestamp() * 1000)))
    sent: list[Shown] = (await community.stage.turn({"to": community.clock.now().isoformat()}))["sent"]
    return sent


async def _asked(community: Community) -> list[Shown]:
    await community.enter("李大海", address="6栋1单元302")
    await earn(community, "李桂芬", 20)
    mother, son = await _one(community, "李桂芬"), await _one(community, "李大海")
    now = int(community.clock.now().timestamp() * 1000)
    return await _desk(community, *await merge_asked(community.app.store, mother, son, 15, now))


async def test_whose_points_they_are_says_yes_and_both_are_told(community: Community) -> None:
    """网格员在工作台提出 → 李桂芬被问；是 → 网格员收到；办理 → 两边各一句，账对得上。"""
    (card,) = community.as_lines(await _asked(community))
    assert card.startswith("李桂芬: 【家庭积分】P1\n家里想把您的可用积分 15 分合到李大海名下")
    told = await community.say("李桂芬", "是")
    assert told[0].startswith("李桂芬: 好的，记下了")
    assert any(line.startswith("段家荣: 【家庭积分】P1") for line in told)
    (matter,) = await community.app.store.answer(OpenMatters(sort=HOUSEHOLD))
    mother, son = await _one(community, "李桂芬"), await _one(community, "李大海")
    done = community.as_lines(await _desk(community, *merged(matter, mother, son, civil(community.clock.now()), "v1")))
    assert any(line.startswith("李桂芬: ") and "合到李大海名下了" in line for line in done)
    assert "可换 15 分" in (await community.say("李大海", "积分"))[0]
    assert "可换 5 分" in (await community.say("李桂芬", "积分"))[0]
    assert "没有" in (await community.say("段家荣", "冲正 L2"))[0]
    assert await community.proof() == ()


async def test_a_second_thought_moves_nothing(community: Community) -> None:
    """是 以后引用那条消息回 不是 → 不合并，积分没有动。"""
    (card,) = await _asked(community)
    await community.say("李桂芬", "是")
    assert "不合并" in (await community.say("李桂芬", "不是", quote=card["id"]))[0]
    assert not await community.app.store.answer(OpenMatters(sort=HOUSEHOLD))
    assert "可换 20 分" in (await community.say("李桂芬", "积分"))[0]


async def test_help_needs_two_people_and_only_the_neighbour_is_told(community: Community) -> None:
    """李桂芬捐 12 分；罗琼和白云都回 属实 → 张三私下收到 8 分；同一个人两次不算。"""
    await community.enter("罗琼", "supervisor")
    await community.enter("白云", "secretary")
    await earn(community, "李桂芬", 20)
    await community.say("李桂芬", "兑换 互助池 12")
    await community.say("李桂芬", "是")
    neighbour = await _one(community, "张三")
    cards = community.as_lines(await _desk(community, *await help_proposed(community.app.store, neighbour, 8)))
    assert {line.partition(":")[0] for line in cards} == {"罗琼", "白云"}
    await community.say("罗琼", "待办")
    first = await community.say("罗琼", "1 属实")
    assert "还要另一个人" in first[0]
    assert (await community.app.store.answer(StandingOf(neighbour.id))).spendable == 0
    await community.say("白云", "待办")
    given = await community.say("白云", "1 属实")
    assert "给好了，8 分" in given[0]
    assert [line for line in given if line.startswith("张三: ")]
    assert not any(line.startswith("群") for line in given)
    assert (await community.app.store.answer(PoolOf())).points == 4
    assert await community.proof() == ()
