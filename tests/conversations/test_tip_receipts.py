"""Receipts and what may be done with them; what is asked once and what is never kept."""

import re
from itertools import count

import pytest

from bot.dispatch.limits import Pace
from domain.members import AccountRef
from domain.tips.queries import (
    OwnTip,
    TipsToHandOver,
)
from tests.conversations.conftest import BOT, Community
from tests.conversations.tips import NEUTRAL, TIP, batch, code_in, receipt_in, report


async def test_one_question_that_leaves_nothing(community: Community) -> None:
    """举报 → 哪里、什么时候、什么事？ → 过了 10 分钟不算；再来一次 → 回执。"""
    (asked,) = await community.say("李桂芬", "举报")
    assert "哪里、什么时候、什么事？不用写是谁" in asked
    community.pass_time(minutes=11)
    await community.say("李桂芬", TIP)
    assert await community.app.store.answer(TipsToHandOver()) == ()
    await community.say("李桂芬", "举报")
    assert receipt_in(await community.say("李桂芬", TIP))


@pytest.mark.parametrize(
    ("text", "answers"),
    [("举报 楼道堆满纸箱", ["不用"]), ("不留名举报 楼道堆满纸箱", []), ("举报 楼道堆满纸箱，只用回执", [])],
)
async def test_by_receipt_alone(community: Community, text: str, answers: list[str]) -> None:
    """只凭回执：没有回信的路，追问也到不了；凭回执照样补充、查进度。"""
    said = await community.say("李桂芬", text)
    receipt = receipt_in(said)
    assert ("主动告诉您" in said[1]) == bool(answers)
    for answer in answers:
        assert "不留回信的路" in (await community.say("李桂芬", answer))[0]
    assert bool(answers) or "只凭回执号查" in said[0]
    cards = await batch(community)
    assert "回执" not in cards[0]["text"]
    asked = await community.say("段家荣", f"追问 {code_in(cards)} 在几楼")
    assert [line.split(":")[0] for line in asked] == ["段家荣"]
    (status, *_) = await community.say("李桂芬", f"举报进度 {receipt}")
    assert "想多了解一点" in status
    assert "下一批" in (await community.say("李桂芬", f"补充 {receipt} 在二楼"))[0]


async def test_taken_back(community: Community) -> None:
    """补充 回执 撤回 → 是 → 都没有了；撤回举报 回执 也一样。"""
    for words in ("补充 {} 撤回", "撤回举报 {}"):
        receipt = await report(community, "李桂芬", f"举报 楼道堆满纸箱{words[:2]}", "是")
        assert "确定撤回吗" in (await community.say("李桂芬", words.format(receipt)))[0]
        assert "都删掉了" in (await community.say("李桂芬", "是"))[0]
        assert "没有查到" in (await community.say("李桂芬", f"举报进度 {receipt}"))[0]
    assert await batch(community) == []


async def test_in_a_group_nothing_is_kept(community: Community) -> None:
    """群里举报：群里只有那一句，和别的私事一样；私下请他撤回；什么都没有存。"""
    for text in (f"{BOT} 举报 {TIP}", f"{BOT} 绑定 张三 3栋2单元501"):
        lines = await community.say("李桂芬", text, group=True)
        assert [line for line in lines if line.startswith("群")] == [NEUTRAL]
        private = [line for line in lines if not line.startswith("群")]
        assert (len(private) == 1 and "撤回那条消息" in private[0]) if "举报" in text else private == []
    assert await community.app.store.answer(TipsToHandOver()) == ()
    assert community.app.dispatcher._committer.whispered == {}


async def test_wrong_foreign_and_expired_receipts(community: Community) -> None:
    """错的、别处的、过期的：同一句；错五次以后越等越久，最长 42 秒，对的也得等。"""
    receipt = await report(community, "李桂芬", "举报 楼道堆满纸箱", "是")
    await community.say("李桂芬", f"补充 {receipt} 撤回")
    await community.say("李桂芬", "是")
    expired = receipt
    open_one = await report(community, "李桂芬", "举报 楼道又堆满了桶", "是")
    seconds = count(step=60)
    community.app.dispatcher._pace = Pace(lambda: float(next(seconds)))
    words = set()
    for wrong in (expired, "1" * 16, "2" * 16, "3" * 16, "4" * 16):
        (line,) = await community.say("张三", f"举报进度 {wrong}")
        words.add(line)
    (only,) = words
    assert "没有查到这个回执号" in only
    waits = []
    for _ in range(8):
        (line,) = await community.say("张三", f"举报进度 {open_one}")
        found = re.search(r"请过 (\d+) 秒", line)
        assert found, line
        waits.append(int(found[1]))
        community.pass_time(seconds=waits[-1])
        assert (await community.say("张三", f"谁看过 {'5' * 16}"))[0] == only
    assert waits == [1, 2, 4, 8, 16, 32, 42, 42]
    community.pass_time(seconds=43)
    assert "进度" in (await community.say("张三", f"举报进度 {open_one}"))[0]


async def test_three_a_day_and_the_same_only_once(community: Community) -> None:
    """同一句不收两次；一天三条，第四条说明天再发。"""
    await report(community, "李桂芬", "举报 楼道堆满纸箱", "是")
    assert "已经发过" in (await community.say("李桂芬", "举报 楼道堆满纸箱"))[0]
    for text in ("举报 楼道堆满桶", "举报 楼道堆满瓶子"):
        await report(community, "李桂芬", text, "是")
    assert "今天已经发了 3 条" in (await community.say("李桂芬", "举报 楼道堆满旧报纸"))[0]
    assert len(await community.app.store.answer(TipsToHandOver())) == 3


async def test_too_long_is_refused_whole(community: Community) -> None:
    """4001 个字：整条不收。"""
    (said,) = await community.say("李桂芬", "举报 " + "楼" * 4000)
    assert "不超过 4000 字" in said
    assert receipt_in(await community.say("李桂芬", "举报 " + "楼" * 3990))


async def test_the_question_is_answered_by_quoting(community: Community) -> None:
    """李桂芬引用追问回“补充 十点”；张三引用一样的话，没有回执就不行；办结以后引用也不行。"""
    await report(community, "李桂芬", "举报 楼道堆满纸箱", "是")
    code = code_in(await batch(community))
    sent = await community.sent("段家荣", f"追问 {code} 请问大概几点")
    question = next(one for one in sent if "【举报追问】" in one["text"])
    assert "下一批" in (await community.say("李桂芬", "补充 十点左右", quote=question["id"]))[0]
    account = AccountRef("simulator", community.ids["张三"])
    assert await community.app.store.answer(OwnTip(code, account)) is None
    await community.say("段家荣", f"{code} 无法核实")
    assert "回执号一起发给我" in (await community.say("李桂芬", "补充 十一点", quote=question["id"]))[0]


async def test_after_closing_nothing_is_reopened(community: Community) -> None:
    """办结以后补充：请重新举报。"""
    receipt = await report(community, "李桂芬", "举报 楼道堆满纸箱", "是")
    code = code_in(await batch(community))
    await community.say("段家荣", f"{code} 无法核实")
    assert "请重新发“举报”" in (await community.say("李桂芬", f"补充 {receipt} 又开始了"))[0]
    assert "撤不回来" in (await community.say("李桂芬", f"补充 {receipt} 撤回"))[0]
    assert await community.app.store.answer(TipsToHandOver()) == ()
