"""Questions about the rules, and those that only a person can answer."""

from bot.channels.simulator.timeline import Shown
from domain.matters.matter import OpenMatters
from tests.conversations.conftest import Community


def _card(sent: list[Shown]) -> Shown:
    (card,) = [one for one in sent if one["text"].startswith("【提问】")]
    return card


async def test_the_lists_answer_with_their_line(community: Community) -> None:
    """问 电动车能进电梯吗 → 不可以……依据：负面清单 RN08；群里也能问。"""
    (said,) = await community.say("张三", "问 电动车能进电梯吗")
    assert "不可以" in said
    assert "依据：负面清单 RN08" in said
    assert any("RN08" in one for one in await community.say("张三", "@网格小信 问 电动车能进电梯吗", group=True))


async def test_what_no_list_knows_comes_back_from_the_worker(community: Community) -> None:
    """问 居住证明怎么开 → 段家荣引用卡片写一句 → 张三私下读到。"""
    card = _card(await community.sent("张三", "问 居住证明怎么开"))
    assert "引用这张卡片直接回答" in card["text"]
    answer = "带身份证到社区一楼窗口，当天就能开好"
    said = await community.say("段家荣", answer, quote=card["id"])
    assert f"张三: 您问的“居住证明怎么开”，网格员答复：{answer}" in said
    assert "已经答复过了" in (await community.say("段家荣", "补充一句，周末不开门的", quote=card["id"]))[0]


async def test_a_bare_word_may_be_the_answer(community: Community) -> None:
    """引用卡片只回“可以” → 这就是答复。"""
    card = _card(await community.sent("张三", "问 图书室能借婴儿车吗"))
    assert any("答复：可以" in one for one in await community.say("段家荣", "可以", quote=card["id"]))


async def test_a_question_waits_in_the_list_of_the_day(community: Community) -> None:
    """今日 → 1 属实 → 您的答复是什么 → 一句话 → 转给提问的人。"""
    await community.say("张三", "问 居住证明怎么开")
    assert any("提问 居住证明怎么开" in one for one in await community.say("段家荣", "今日"))
    assert "您的答复是什么" in (await community.say("段家荣", "1 属实"))[0]
    assert any("答复：到一楼窗口" in one for one in await community.say("段家荣", "到一楼窗口"))


async def test_nobody_else_answers(community: Community) -> None:
    """李桂芬引用一句写着 Q1 的话 → 什么都不变，也看不到是什么。"""
    await community.sent("张三", "问 居住证明怎么开")
    (naming,) = await community.sent("李桂芬", "切换 Q1")
    said = await community.say("李桂芬", "随便写一句看看", quote=naming["id"])
    assert all("答复" not in one and "居住证明" not in one for one in said)
    assert len(await community.app.store.answer(OpenMatters(sort="question"))) == 1


async def test_words_of_a_tip_are_kept_nowhere(community: Community) -> None:
    """问 怎么举报3栋飞线充电 → 您是不是想举报；群里只说私聊我；什么都不转。"""
    (said,) = await community.say("张三", "问 我要举报三楼的住户养鸡")
    assert "您是不是想举报" in said
    (said,) = await community.say("张三", "问 3栋2单元401 半夜总有怪声")
    assert "您是不是想举报" in said
    (said,) = await community.say("张三", "@网格小信 问 我要举报三楼的住户养鸡", group=True)
    assert "不方便在群里办" in said
    assert await community.app.store.answer(OpenMatters(sort="question")) == ()


async def test_a_person_may_be_asked_for(community: Community) -> None:
    """问 网格员 电动车能进电梯吗 → 不查清单，转给网格员。"""
    card = _card(await community.sent("张三", "问 网格员 电动车能进电梯吗"))
    assert "电动车能进电梯吗" in card["text"]


async def test_three_questions_wait_at_once(community: Community) -> None:
    """第四个问题 → 等前面的答了再问。"""
    for question in ("居住证明怎么开", "图书室几点开门", "老年食堂在哪里"):
        await community.say("张三", f"问 {question}")
    assert "还在等网格员答复" in (await community.say("张三", "问 疫苗在哪里打"))[0]


async def test_who_is_not_bound_may_ask_in_the_group_only(community: Community) -> None:
    """没绑定的人私聊问清单外的事 → 说清在哪儿问；清单里的照样答。"""
    await community.enter("生人", address="8栋1单元101", bound=False)
    assert "请在网格群里问" in (await community.say("生人", "问 居住证明怎么开"))[0]
    assert "依据：" in (await community.say("生人", "问 积分会过期吗"))[0]
    assert any("【提问】" in one for one in await community.say("生人", "@网格小信 问 居住证明怎么开", group=True))
