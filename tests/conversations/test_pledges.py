"""Signing pledges: the text first, then a word."""

from tests.conversations.conftest import Community


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
