"""Tip-offs in people's own words and in odd orders: nothing of what they want is lost, and nobody names himself."""

from domain.tips.queries import TipsToHandOver
from tests.conversations.conftest import Community
from tests.conversations.tips import TIP, batch, code_in, receipt_in, report, staff


async def test_a_stranger_who_says_his_name_is_hidden_too(community: Community) -> None:
    """没绑定的路人写了姓名、住处、电话，补充里又写：都先隐去；只有说“照原话”才照转。"""
    await community.enter("路人", bound=False)
    said = await community.say("路人", "举报 我是5栋302的何晓云，楼上天天拖椅子，打我13888812345")
    assert "要隐去吗？" in said[1]
    receipt = receipt_in(said)
    await community.say("路人", "要告诉我")  # answers nothing of what is asked
    (card,) = await batch(community)
    assert "我是〔隐去〕的〔隐去〕，楼上天天拖椅子，打我〔隐去〕" in card["text"]
    added = await community.say("路人", f"补充 {receipt} 我叫何晓云，昨天又拖了")
    assert "随下一批转" in added[0]
    assert "要隐去吗？" in added[1]
    assert "照您的原话转" in (await community.say("路人", "照原话转"))[0]
    (card,) = await batch(community)
    assert "我叫何晓云，昨天又拖了" in card["text"]


async def test_a_photo_before_its_turn(community: Community) -> None:
    """还没问照片就发来：收下，再问原来那句；还没说内容就发来：请先说。"""
    await community.say("李桂芬", "举报")
    assert "请先用文字说" in (await community.send_photo("李桂芬"))[0]
    said = await community.say("李桂芬", "楼道堆满纸箱")
    assert "12345" not in said[0], "the limits were said with the question"
    (again,) = await community.send_photo("李桂芬")
    assert again.startswith("李桂芬: 照片收到了")
    assert "要我主动告诉您进展吗" in again
    assert "有进展我私聊告诉您" in (await community.say("李桂芬", "告诉我一声"))[0]
    cards = await batch(community)
    assert [("楼道堆满纸箱" in one["text"], "image" in one) for one in cards] == [(True, True)]


async def test_each_question_takes_its_own_words(community: Community) -> None:
    """是，马上 / 不要告诉我 / 没有照片；第二条不再说一遍保密的话。"""
    await community.say("李桂芬", f"举报 {TIP}")
    (again,) = await community.say("李桂芬", "就在单元门右边")
    assert "这句没有记进去" in again
    assert "要马上转吗" in again
    assert any("已经马上转" in line for line in await community.say("李桂芬", "是，马上转"))
    assert "不留回信的路" in (await community.say("李桂芬", "不要告诉我"))[0]
    assert "就这样" in (await community.say("李桂芬", "没有照片"))[0]
    assert "12345" not in (await community.say("李桂芬", "举报 楼道堆满纸箱"))[0]


async def test_whoever_thinks_better_of_it(community: Community) -> None:
    """问到一半“算了不报了”：是要撤回；回“是”就什么都不留；回“不是”照转。"""
    for answer, left in (("是", 0), ("不是", 1)):
        await community.say("李桂芬", f"举报 楼道堆满纸箱{answer}")
        assert "确定撤回吗" in (await community.say("李桂芬", "算了不报了"))[0]
        await community.say("李桂芬", answer)
        assert len(await community.app.store.answer(TipsToHandOver())) == left


async def test_the_receipt_is_asked_for_and_the_next_message_is_it(community: Community) -> None:
    """谁看过、领取奖励、补充、撤回举报没带回执号：问了以后，发来的号就是回答，不是查进度。"""
    receipt = await report(community, "李桂芬", "举报 楼道堆满纸箱", "是")
    expected = {
        "谁看过": ("还没有人看过", receipt),
        "领取奖励": ("没有可以领的奖励", f"回执号是{receipt}"),
        "补充": ("随下一批转", f"{receipt.replace(' ', '-')} 昨晚又堆了"),
        "举报进度": ("下一批转给核查人", "".join(chr(ord(one) + 0xFEE0) for one in receipt if one != " ")),
        "撤回举报": ("确定撤回吗", receipt.replace(" ", "")),
    }
    for words, (answer, said) in expected.items():
        asked = await community.sent("李桂芬", words)
        assert "16 位回执号" in asked[0]["text"]
        assert answer in (await community.say("李桂芬", said))[0], words
    await community.say("李桂芬", "不是")
    asked = await community.sent("李桂芬", "补充")
    assert "16 位回执号" in (await community.say("李桂芬", "补充 还有桶", quote=asked[0]["id"]))[0]
    (card,) = await batch(community)
    assert "昨晚又堆了" in card["text"]


async def test_the_question_is_answered_in_plain_words(community: Community) -> None:
    """引用【举报追问】直接回答，不用写“补充”；只回“好的”不算；段家荣引用卡片说别的，告诉他可以怎么回。"""
    await report(community, "李桂芬", "举报 楼道堆满纸箱", "是")
    (card,) = await batch(community)
    assert "不能问举报人是谁" in (await community.say("段家荣", "追问 请问您住几栋", quote=card["id"]))[0]
    asked = await community.sent("段家荣", "追问 在几楼", quote=card["id"])
    question = next(one["id"] for one in asked if "【举报追问】" in one["text"])
    assert "在的" in (await community.say("李桂芬", "好的", quote=question))[0]
    assert "随下一批转" in (await community.say("李桂芬", "二楼拐角", quote=question))[0]
    assert "属实 / 不属实 没有看到 / 无法核实" in (await community.say("段家荣", "收到，下午去看", quote=card["id"]))[0]
    (more,) = await batch(community)
    assert "二楼拐角" in more["text"]
    assert "好的" not in more["text"]


async def test_a_shop_is_one_place_and_two_flats_are_two(community: Community) -> None:
    """两人报同一家店占道：一件，店在三网格就归三网格；同一栋两户装修：两件。"""
    await staff(community)
    await community.enter("普秀华", "grid_worker", grid="三网格")
    await community.enter("老王烧烤", grid="三网格", address="9栋底商2号", kind="merchant")
    for name, text in (("李桂芬", "老王烧烤又占道"), ("张三", "老王烧烤把桌子摆到人行道上")):
        await report(community, name, f"举报 {text}", "是")
    cards = await batch(community)
    names = [line.split(":")[0] for line in community.as_lines(cards)]
    assert sorted(names) == ["普秀华", "普秀华", "白云", "白云"]
    assert len({code_in([one]) for one in cards}) == 1
    for name, text in (("李桂芬", "3栋501装修扰民"), ("张三", "3栋802装修扰民")):
        await report(community, name, f"举报 {text}", "是")
    cards = await batch(community)
    assert len({code_in([one]) for one in cards}) == 2
