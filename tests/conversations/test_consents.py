"""What people agree to, and thanks among neighbours."""

from tests.conversations.conftest import Community


async def test_thanks_are_public_only_with_consent(community: Community) -> None:
    """致谢：没同意公示 → 私下转达；同意公示（不用全名）→ 群里写“3栋 张*”；全名 → 写全名。"""
    group, told = sorted(await community.say("李桂芬", "@网格小信 致谢 张三 帮我搬东西", group=True), reverse=True)
    assert group == "群: 谢意已经私下转达了。"
    assert told == "张三: 李桂芬 谢谢您：帮我搬东西"
    (asked,) = await community.say("张三", "同意公示")
    assert "“3栋 张*”" in asked
    await community.say("张三", "不用")
    assert "群: 感谢 3栋 张*：送菜" in await community.say("李桂芬", "@网格小信 致谢 张三 送菜", group=True)
    await community.say("张三", "同意公示")
    await community.say("张三", "是")
    assert "群: 感谢 张三：修灯" in await community.say("李桂芬", "@网格小信 致谢 张三 修灯", group=True)
    (enough,) = await community.say("李桂芬", "致谢 张三 又帮忙")
    assert enough.endswith("明天再来吧。")


async def test_consent_is_withdrawn_by_a_word(community: Community) -> None:
    """撤回公示同意 → 一天内撤下；没同意过 → 说明白。"""
    assert (await community.say("张三", "撤回公示同意"))[0].endswith("不用撤回。")
    await community.say("张三", "同意公示")
    await community.say("张三", "是")
    assert "24 小时内撤下" in (await community.say("张三", "撤回公示同意"))[0]
    assert (await community.say("张三", "撤回公示同意"))[0].endswith("不用撤回。")


async def test_thanking_needs_somebody_else(community: Community) -> None:
    """谢自己、谢没有的人 → 一句说明，没有登记。"""
    assert "谢谢自己" in (await community.say("李桂芬", "致谢 李桂芬 真棒"))[0]
    assert "没有找到" in (await community.say("李桂芬", "致谢 王姐 帮我搬东西"))[0]
