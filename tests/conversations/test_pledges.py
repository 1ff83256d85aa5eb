"""Signing pledges: the text first, then a word."""

from domain.decision import Unit
from domain.matters.matter import MoveMatter, OpenMatters, Step
from tests.conversations.conftest import Community
from tests.conversations.street import at, passing


async def test_a_pledge_is_read_before_it_is_signed(community: Community) -> None:
    """李桂芬：承诺 文明养犬 → 全文；是 → 签好，回执 C1，加 2 分；再签 → 已经签过。"""
    (text,) = await community.say("李桂芬", "承诺 文明养犬")
    assert "我会：" in text
    assert "这些算失信" in text
    said = await community.say("李桂芬", "是")
    assert said[0] == "李桂芬: 签好了：文明养犬承诺，回执 C1，有效到 2027年11月23日。"
    assert said[1].startswith("李桂芬: 承诺已记入")
    assert "信用分 102" in (await community.say("李桂芬", "积分"))[0]
    (again,) = await community.say("李桂芬", "我承诺文明养犬")
    assert "不用再签" in again


async def test_the_phrase_signs_where_the_text_stood_within_a_week(community: Community) -> None:
    """群里出现过全文，别人接“我承诺文明养犬”就签上，并报人数；过了七天要再看一遍。"""
    await community.say("李桂芬", "承诺 文明养犬", group=True)
    (mine, told) = await community.say("李桂芬", "我承诺文明养犬", group=True)
    assert "本网格已有 1 家签了文明养犬" in mine
    assert "分" not in mine.split("有效到")[1]
    assert told.startswith("李桂芬: 承诺已记入")
    (second, _) = await community.say("张三", "我承诺文明养犬", group=True)
    assert "本网格已有 2 家" in second
    community.pass_time(days=8)
    await community.enter("王五", address="5栋2单元402")
    (shown,) = await community.say("王五", "我承诺文明养犬", group=True)
    assert "我会：" in shown


async def test_no_is_no(community: Community) -> None:
    """看了不签 → 没有签，也不记分。"""
    await community.say("李桂芬", "承诺 文明养犬")
    assert await community.say("李桂芬", "不是") == ["李桂芬: 好的，没有签。想签的时候再发“承诺书”。"]
    assert "信用分 100" in (await community.say("李桂芬", "积分"))[0]


async def test_withdrawing_costs_nothing_and_signing_again_earns_nothing(community: Community) -> None:
    """撤回承诺不扣分；一年内再签同一份不再加分。"""
    await community.say("李桂芬", "承诺 文明养犬")
    await community.say("李桂芬", "是")
    (gone,) = await community.say("李桂芬", "撤回承诺 文明养犬")
    assert gone.endswith("已经撤回，不扣分。想再签随时可以。")
    assert "信用分 102" in (await community.say("李桂芬", "积分"))[0]
    (signed,) = await community.say("李桂芬", "我承诺文明养犬")
    assert "回执 C2" in signed
    assert "信用分 102" in (await community.say("李桂芬", "积分"))[0]
    assert "（已签）" in (await community.say("李桂芬", "承诺书"))[0]


async def test_a_shop_finds_its_own_pledge_by_the_same_word(community: Community) -> None:
    """商铺说“消防安全”，出来的是商铺的那一份；没有的承诺 → 列出自己能签的。"""
    await community.enter("王大海", address="3栋楼下商铺5号", kind="merchant", real_name="老王烧烤")
    (text,) = await community.say("王大海", "签消防安全承诺书")
    (home,) = await community.say("李桂芬", "签消防安全承诺书")
    assert text != home.replace("李桂芬", "王大海")
    (unknown,) = await community.say("李桂芬", "撤回承诺 诚信经营")
    assert "您可以签的有" in unknown


async def test_a_promise_is_named_in_the_notice(community: Community) -> None:
    """张三签过文明养犬，又不牵绳：告知里说这一项在承诺里。"""
    await community.say("张三", "承诺 文明养犬")
    await community.say("张三", "是")
    await community.say("段家荣", "扣分 3栋2单元501 张三 遛狗不牵绳 备注 已口头提醒")
    await community.say("段家荣", "是")
    said = await passing(community, at(11, 28))
    (notice,) = [line for line in said if "扣分告知" in line]
    assert "您签过文明养犬承诺，这一项在承诺里" in notice


async def test_names_are_counted_only_with_consent(community: Community) -> None:
    """李桂芬同意公示姓名，张三没有：群里的接龙只写李桂芬。"""
    await community.say("李桂芬", "同意公示")
    await community.say("李桂芬", "是")
    await community.say("李桂芬", "承诺 文明养犬", group=True)
    mine = await community.say("李桂芬", "我承诺文明养犬", group=True)
    assert "本网格已有 1 家签了文明养犬（其中：李桂芬）。" in mine[0]
    (second, *_) = await community.say("张三", "我承诺文明养犬", group=True)
    assert "本网格已有 2 家签了文明养犬（其中：李桂芬）。" in second


async def test_renewal_is_asked_and_signed(community: Community) -> None:
    """到期前十五天私聊问一次；再签一年 → 新回执，旧的算已续签。"""
    await community.say("李桂芬", "承诺 文明养犬")
    await community.say("李桂芬", "是")
    community.pass_time(days=349)
    said = await passing(community, at(11, 8, 12, 2027))
    assert len([line for line in said if "您签的文明养犬承诺 2027年11月23日 到期" in line]) == 1
    assert not [line for line in await passing(community, at(11, 10, 12, 2027)) if "到期" in line]
    await community.say("李桂芬", "承诺 文明养犬")
    (signed, *_) = await community.say("李桂芬", "是")
    assert "回执 C2，有效到 2028年11月10日" in signed
    community.pass_time(days=13)
    assert not [line for line in await passing(community, at(11, 25, 12, 2027)) if "到期了" in line]


async def test_what_is_not_renewed_expires(community: Community) -> None:
    """过了最后一天：到期了，不扣分；再签就是新的一份。"""
    await community.say("李桂芬", "承诺 文明养犬")
    await community.say("李桂芬", "是")
    community.pass_time(days=364)
    await passing(community, at(11, 23, 12, 2027))
    assert "不用再签" not in (await community.say("李桂芬", "承诺 文明养犬"))[0]
    await community.say("李桂芬", "不是")
    said = await passing(community, at(11, 24, 12, 2027))
    assert "李桂芬: 您签的文明养犬承诺到期了，不扣分。想再签随时发“承诺书”。" in said
    assert "（已签）" not in (await community.say("李桂芬", "承诺书"))[0]


async def test_the_copy_comes_with_the_receipt_and_never_in_the_group(community: Community) -> None:
    """私聊签：回执带着承诺书.pdf；群里签：副本只私聊发给本人，上面有 C2。"""
    await community.say("李桂芬", "承诺 文明养犬")
    (signed, *_) = await community.sent("李桂芬", "是")
    assert signed["file"]["name"] == "承诺书.pdf"
    await community.say("张三", "承诺 文明养犬", group=True)
    said = await community.sent("张三", "我承诺文明养犬", group=True)
    (copied,) = [one for one in said if one.get("file")]
    assert community.as_lines([copied])[0].startswith("张三: ")
    assert "请留好" in copied["text"]


async def test_a_renewed_text_is_asked_for_while_the_old_one_holds(community: Community) -> None:
    """承诺书文字改了 → 第二天问一次，旧的那一版照样有效。"""
    await community.say("李桂芬", "承诺 文明养犬")
    await community.say("李桂芬", "是")
    (held,) = await community.app.store.answer(OpenMatters(sort="pledge"))
    older = MoveMatter(held, held.state, Step("signed"), due_at=held.due_at, facts={"version": "older"})
    await community.app.store.post(Unit(None, (older,), (held.watch,), at=held.opened_at))
    said = await passing(community, at(11, 24))
    assert [line for line in said if "文明养犬承诺的文字改过了" in line and "2027年11月23日 一直有效" in line]
    assert not [line for line in await passing(community, at(11, 25)) if "文字改过了" in line]
    assert "（已签）" in (await community.say("李桂芬", "承诺书"))[0]
    assert "回执 C2" in (await community.say("李桂芬", "我承诺文明养犬"))[0]
