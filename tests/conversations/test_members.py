"""Switching subjects and asking who serves the household."""

from tests.conversations.conftest import Community


async def test_who_serves_me_by_surname_and_title(community: Community) -> None:
    """我的联系人 → 段网格员。"""
    (said,) = await community.say("张三", "我的联系人")
    assert "段网格员" in said
    assert "段家荣" not in said


async def test_one_account_speaks_for_a_shop_too(community: Community) -> None:
    """绑定店铺后，切换 张三 → 查的是张三，切回店铺查的是店铺。"""
    await community.enter("老王烧烤", kind="merchant", address="1栋1单元101", phone="13900005678", bound=False)
    await community.say("张三", "绑定 老王烧烤 1栋1单元101")
    await community.say("张三", "是")
    await community.say("张三", "5678")
    assert "老王烧烤" in (await community.say("张三", "积分"))[0]
    assert "张三" in (await community.say("张三", "切换 张三"))[0].removeprefix("张三: ")
    assert "老王烧烤" not in (await community.say("张三", "积分"))[0]
    await community.say("张三", "切换 老王烧烤")
    assert "老王烧烤" in (await community.say("张三", "积分"))[0]


async def test_nobody_switches_to_what_is_not_theirs(community: Community) -> None:
    """切换 李桂芬 → 您没有绑定。"""
    assert "没有绑定“李桂芬”" in (await community.say("张三", "切换 李桂芬"))[0]


async def test_the_four_operations_are_told_in_the_words_of_the_duty(community: Community) -> None:
    """网格员 帮助 减 → 扣分怎么写；居民 帮助 减 → 申诉、修复；网格员问 帮助 申诉，读的还是申诉。"""
    work, own = (await community.say("段家荣", "帮助 减"))[0], (await community.say("李桂芬", "帮助 减"))[0]
    assert "扣分 老王烧烤 占道经营 3" in work
    assert "扣分 老王烧烤" not in own
    assert "申诉 L1024" in own
    assert "申诉 L1024" in (await community.say("段家荣", "帮助 申诉"))[0]
    assert all(len(said.splitlines()) <= 5 for said in (work, own))
