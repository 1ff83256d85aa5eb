"""The rewards shop: exchanging, booking, using and giving back, each voucher once."""

import json

import pytest

from bot.channels.simulator.channel import Typed
from domain.decision import Unit
from domain.demand import UnmetIn
from domain.enrolment import EnrolListing, EnrolStaff, PersonNamed
from domain.members import AccountRef, GiveDuty
from domain.period import civil
from domain.proof import BookProof
from domain.shop.bearer import HandOutBearer, NextBearer
from domain.shop.stock import AddStock, ShopFigures, StockOf
from tests.conversations.conftest import BOT, Community
from tests.conversations.exchanging import CODE, earn, exchanged


@pytest.fixture(autouse=True)
async def _whole(community: Community) -> object:
    """After every dialogue the book still proves itself."""
    yield
    assert (await community.app.store.answer(BookProof())).broken == ()


async def test_affordable_first_then_what_is_missing(community: Community) -> None:
    """李桂芬有 9 分：兑换 → 够换的在前，别的写还差几分；群里只说“已私信您”。"""
    await earn(community, "李桂芬", 9)
    (answer,) = await community.say("李桂芬", "兑换")
    enough, _, still = answer.partition("【还差一些】")
    assert "李桂芬\n信用分 109（良好）· 可换 9 分" in enough
    assert "义务理发一次 8 分（剩 60）" in enough
    assert "洗衣液一瓶 30 分，还差 21 分" in still
    assert "灭火器检测" not in answer
    said = await community.say("李桂芬", "兑换", group=True)
    assert "群: 已私信您。" in said
    assert all("分" not in one for one in said if one.startswith("群"))


async def test_a_voucher_is_exchanged_and_used_once(community: Community) -> None:
    """兑换 理发券 → 价钱和余额；是 → 券码；店里核销，双方都收到；再核销 → 一句话，只说日子。"""
    await community.enter("陆海燕", "partner")
    await earn(community, "李桂芬", 20)
    (asked,) = await community.say("李桂芬", "兑换 理发券")
    assert "用 8 分；现在可换 20 分，换完剩 12 分" in asked
    (card,) = await community.say("李桂芬", "是")
    assert "有效到 2026年12月23日" in card
    assert "现在可换 12 分" in card
    found = CODE.search(card)
    assert found
    said = await community.say("陆海燕", f"核销 {found[0]}")
    assert said[0].startswith("陆海燕: 核销好了")
    assert said[1].startswith("李桂芬: 您的券")
    (refused,) = await community.say("陆海燕", f"核销 {found[0]}".replace(" V", "  V"))
    assert "现在不能核销" in refused
    assert "最近变动：11月23日" in refused
    (nobodys,) = await community.say("陆海燕", "核销 V2222222")
    assert nobodys.startswith("陆海燕: 这张券现在不能核销")
    assert "可换 12 分" in (await community.say("李桂芬", "积分"))[0]


async def test_no_means_nothing_happened(community: Community) -> None:
    """看了价钱说“不是” → 没有换，积分没有动。"""
    await earn(community, "李桂芬", 20)
    await community.say("李桂芬", "兑换 理发券")
    assert await community.say("李桂芬", "不是") == ["李桂芬: 好的，没有换，积分没有动。"]
    assert "可换 20 分" in (await community.say("李桂芬", "积分"))[0]
    assert await community.say("李桂芬", "我的券") == ["李桂芬: 您手上没有兑换券。想看能换什么，发“兑换”。"]


async def test_short_of_points_out_of_stock_and_too_many(community: Community) -> None:
    """分不够、换完了、超过每月份数，都说清楚还差什么、怎么办，什么也不扣。"""
    await earn(community, "李桂芬", 7)
    (short,) = await community.say("李桂芬", "兑换 理发券")
    assert "还差 1 分，没有换" in short
    await earn(community, "李桂芬", 200)
    (twice,) = await community.say("李桂芬", "换两份理发券")
    assert "每月最多换 1 份" in twice
    month = f"{civil(community.clock.now()):%Y-%m}"
    await community.app.store.post(Unit(None, (AddStock("G09", month, -60, 60),), at=1))
    (gone,) = await community.say("李桂芬", "兑换 理发券")
    assert "这个月换完了，没有换" in gone
    await exchanged(community, "李桂芬", "兑换 早餐券 3")
    (full,) = await community.say("李桂芬", "兑换 充电券 2")
    assert "每月最多兑换 4 份，您这个月换了 3 份" in full
    for said in ("飞船", "飞机"):
        (not_there,) = await community.say("李桂芬", f"兑换 {said}")
        assert f"兑换目录里没有“{said}”，没有换。您的分够换的有：" in not_there
        assert "理发" not in not_there
    wanted = {(one.what, one.why, one.count) for one in await community.app.store.answer(UnmetIn(month))}
    assert wanted >= {("G09", "short", 1), ("G09", "limit", 1), ("G09", "sold_out", 1), ("", "not_offered", 2)}
    assert "可换 198 分" in (await community.say("李桂芬", "积分"))[0]


async def test_a_code_for_each_piece(community: Community) -> None:
    """兑换 早餐券 2 → 两个券码；退一张，另一张照常能用。"""
    await earn(community, "李桂芬", 20)
    await community.say("李桂芬", "兑换 早餐券 2")
    (card, other) = await community.say("李桂芬", "是")
    assert other.startswith("李桂芬: 券码 V")
    first, second = (one.replace(" ", "") for one in dict.fromkeys(CODE.findall(card.split("24 小时")[0])))
    (back,) = await community.say("李桂芬", f"退券 {first}")
    assert "3 分已还给您，现在可换 17 分" in back
    said = await community.say("段家荣", f"核销 {second}")
    assert said[0].startswith("段家荣: 核销好了")
    (late,) = await community.say("李桂芬", f"退券 {second}")
    assert "已用，不能再退" in late
    stock = (await community.app.store.answer(StockOf("2026-11")))["G18"]
    assert (stock.received, stock.issued, stock.back, stock.left) == (200, 2, 1, 199)
    (figures,) = await community.app.store.answer(ShopFigures("2026-11"))
    assert (figures.issued, figures.used, figures.returned, figures.points) == (2, 1, 1, 6)


async def test_within_a_day_it_can_be_returned_and_only_by_its_owner(community: Community) -> None:
    """退券：一天之内原样退回；过了一天退不了；别人的券说没找到。"""
    await earn(community, "李桂芬", 30)
    code = await exchanged(community, "李桂芬", "兑换 理发券")
    (foreign,) = await community.say("张三", f"退券 {code}")
    assert foreign == "张三: 没有找到您名下的这张券，请核对券码，发“我的券”可以看到。"
    (back,) = await community.say("李桂芬", "退券")
    assert "现在可换 30 分" in back
    code = await exchanged(community, "李桂芬", "兑换 理发券")
    community.pass_time(hours=25)
    (late,) = await community.say("李桂芬", f"退券 {code}")
    assert "24 小时以内才能退" in late
    assert "可换 22 分" in (await community.say("李桂芬", "积分"))[0]


async def test_a_room_is_booked_once(community: Community) -> None:
    """换会议室 → 券码，再问时间；同一个时间第二个人约不了，给三个别的时间，选一个。"""
    await earn(community, "李桂芬", 30)
    await earn(community, "张三", 30)
    await community.app.store.post(Unit(None, (room("会议室", "周一至周五 9:00-21:00"),), at=1))
    await community.say("李桂芬", "兑换 会议室使用2小时")
    card, asked = await community.say("李桂芬", "是")
    assert "【兑换成功】" in card
    assert "想约什么时候" in asked
    (booked,) = await community.say("李桂芬", "周三14点到16点")
    assert "约好了" in booked
    assert "11月25日（周三）14:00到16:00" in booked
    await community.say("张三", "兑换 会议室使用2小时")
    await community.say("张三", "是")
    (taken,) = await community.say("张三", "11月25日15点")
    assert "这个时间约不了" in taken
    assert taken.count("到") == 3
    (missed,) = await community.app.store.answer(UnmetIn("2026-11"))
    assert (missed.sort, missed.what, missed.why, missed.count) == ("room", "会议室", "taken", 1)
    (other,) = await community.say("张三", "1")
    assert "约好了" in other
    assert "约在 11月25日" in (await community.say("李桂芬", "我的券"))[0]


async def test_a_booking_may_wait_and_may_be_given_back_a_day_before(community: Community) -> None:
    """先不约 → 券留着，再发一次兑换接着约；提前一天以上可以退，时间空出来。"""
    await earn(community, "李桂芬", 30)
    await community.app.store.post(Unit(None, (room("会议室", "每天 9:00-21:00"),), at=1))
    code = await exchanged(community, "李桂芬", "兑换 会议室")
    assert "券先给您留着" in (await community.say("李桂芬", "不用"))[0]
    (asked,) = await community.say("李桂芬", "兑换 会议室")
    assert "想约什么时候" in asked
    assert "约好了" in (await community.say("李桂芬", "后天下午2点"))[0]
    community.pass_time(hours=30)
    (late,) = await community.say("李桂芬", f"退券 {code}")
    assert "提前 24 小时以上退" in late


async def test_shops_have_rewards_of_their_own(community: Community) -> None:
    """老王烧烤发兑换，看到的是商铺的；居民的理发券换不到。"""
    await community.enter("王大海", address="3栋楼下商铺5号", kind="merchant", real_name="老王烧烤")
    await earn(community, "老王烧烤", 60)
    (answer,) = await community.say("王大海", "兑换")
    assert "灭火器检测或换粉一次 20 分" in answer
    assert "义务理发" not in answer
    assert "【兑换成功】社区群商户推荐位一周" in (await _both(community, "王大海", "兑换 推荐位"))


async def test_points_may_be_given_away(community: Community) -> None:
    """兑换 互助池 5 → 问一句；是 → 捐出 5 分。"""
    await earn(community, "李桂芬", 9)
    (asked,) = await community.say("李桂芬", "兑换 互助池 5")
    assert "把 5 分捐给互助池" in asked
    (thanks,) = await community.say("李桂芬", "是")
    assert "5 分已捐给互助池" in thanks
    assert "可换 4 分" in (await community.say("李桂芬", "积分"))[0]


async def test_the_voucher_names_the_deeds_that_paid(community: Community) -> None:
    """我的券：这张券是用哪些好事换来的，最早的在前。"""
    await earn(community, "李桂芬", 5, "R01")
    community.pass_time(days=1)
    await earn(community, "李桂芬", 5, "R02")
    await exchanged(community, "李桂芬", "兑换 理发券")
    (answer,) = await community.say("李桂芬", "我的券")
    first, second = community.app.rules.item("R01"), community.app.rules.item("R02")
    assert first is not None
    assert second is not None
    assert f"是用这些换来的：11月23日 {first.title} 5 分、11月24日 {second.title} 3 分" in answer


async def test_only_who_offers_it_takes_a_voucher(community: Community) -> None:
    """登记表里写着理发券的是理发店：别的合伙人核销不了，说法和错码一样；物业能核销领取的东西。"""
    await community.enter("陆海燕", "partner")
    await community.enter("唐丽萍", "property")
    barber = {"name": "龙江理发店", "kind": "firm", "offers": "理发券"}
    listed = EnrolListing("partner", "龙江理发店", json.dumps(barber, ensure_ascii=False))
    await community.app.store.post(Unit(None, (listed, EnrolStaff("田学文", "partner", "2", "龙江小学")), at=1))
    number = await community.app.store.answer(PersonNamed("田学文", "partner", "2", "龙江小学"))
    assert number
    await community.enter("田学文")
    account = AccountRef("simulator", community.ids["田学文"])
    await community.app.store.post(Unit(None, (GiveDuty(account, number),), at=1))
    await earn(community, "李桂芬", 60)
    code = await exchanged(community, "李桂芬", "兑换 理发券")
    soap = await exchanged(community, "李桂芬", "兑换 香皂")
    (foreign,) = await community.say("田学文", f"核销 {code}")
    (unknown,) = await community.say("田学文", "核销 V2345678")
    assert foreign == unknown
    (other,) = await community.say("唐丽萍", f"核销 {code}")
    assert other == foreign.replace("田学文", "唐丽萍")
    assert "核销好了" in (await community.say("唐丽萍", f"核销 {soap}"))[0]
    (resident,) = await community.say("张三", f"核销 {code}")
    assert "工作人员" in resident
    assert "核销好了" in (await community.say("段家荣", f"核销 {code}"))[0]


async def test_the_code_may_follow(community: Community) -> None:
    """核销 → 请发券码；V… → 核销好了。"""
    await earn(community, "李桂芬", 60)
    code = await exchanged(community, "李桂芬", "兑换 理发券")
    assert await community.say("段家荣", "核销") == ["段家荣: 请把券码一起发来，例如：核销 V8K2 M4QX"]
    assert "核销好了" in (await community.say("段家荣", code.lower()))[0]


async def test_three_days_before_its_end_a_voucher_is_remembered_and_then_it_expires(community: Community) -> None:
    """到期前三天私聊提醒一次；过了最后一天就过期，东西回到库存，积分不退。"""
    await earn(community, "李桂芬", 20)
    code = await exchanged(community, "李桂芬", "兑换 理发券")
    sent = await turned(community, "2026-12-19T00:00:00+08:00")
    assert not [one for one in sent if "兑换券" in one]
    sent = await turned(community, "2026-12-24T00:00:00+08:00")
    assert [one for one in sent if "兑换券" in one] == [
        "您的兑换券“义务理发一次”用到 12月23日为止，请抓紧用。发“我的券”看券码。"
    ]
    (late,) = await community.say("段家荣", f"核销 {code}")
    assert "最近变动：12月23日" in late
    await turned(community, "2026-12-24T06:00:00+08:00")
    assert "已过期" in (await community.say("李桂芬", "我的券"))[0]
    assert "可换 12 分" in (await community.say("李桂芬", "积分"))[0]
    stock = (await community.app.store.answer(StockOf("2026-12")))["G09"]
    assert (stock.received, stock.issued, stock.back, stock.left) == (60, 0, 1, 61)


async def test_the_secretary_hears_when_little_is_left(community: Community) -> None:
    """剩到三份提醒书记一次，第二个人换的时候不再提醒。"""
    await community.enter("白云", "secretary")
    await community.app.store.post(Unit(None, (AddStock("G09", "2026-11", -56, 60),), at=1))
    await earn(community, "李桂芬", 20)
    await earn(community, "张三", 20)
    await community.say("李桂芬", "兑换 理发券")
    said = await community.say("李桂芬", "是")
    assert "白云: 兑换提醒：“义务理发一次”这个月只剩 3 份，需要的话请在工作台“兑换”里补货。" in said
    await community.say("张三", "兑换 理发券")
    assert len(await community.say("张三", "是")) == 1


async def test_a_bearer_voucher_is_taken_for_goods_and_leaves_nothing(community: Community) -> None:
    """不记名券：店里核销，值 5 分的东西；再来一次和错码一样。"""
    await turned(community, "2026-11-30T01:00:00+08:00")
    found = await community.app.store.answer(NextBearer("2026-11-30"))
    assert found is not None
    await community.app.store.post(Unit(None, (HandOutBearer(found.code),), at=1))
    (taken,) = await community.say("段家荣", f"核销 {found.code}")
    assert "值 5 分的东西" in taken
    (again,) = await community.say("段家荣", f"核销 {found.code}")
    assert again.startswith("段家荣: 这张券现在不能核销")


async def test_a_redemption_is_not_reversed_by_its_number(community: Community) -> None:
    """兑换也有 L 编号，但只能退券，不能冲正，所以券和积分不会各走各的。"""
    await earn(community, "李桂芬", 20)
    await exchanged(community, "李桂芬", "兑换 理发券")
    (answer,) = await community.say("段家荣", "冲正 L2 登记错了")
    assert "没有" in answer
    assert "可换 12 分" in (await community.say("李桂芬", "积分"))[0]


async def test_it_is_private_in_the_group(community: Community) -> None:
    """群里发兑换：群里只说“已私信您”，价钱和券码都在私聊。"""
    await earn(community, "李桂芬", 20)
    said = await community.say("李桂芬", f"{BOT} 兑换 理发券", group=True)
    assert [one for one in said if one.startswith("群")] == ["群: 已私信您。"]
    (card,) = await community.say("李桂芬", "是")
    assert card.startswith("李桂芬: 【兑换成功】")


async def test_many_at_once_for_the_last_piece(community: Community) -> None:
    """只剩一份，两个人同时回“是”：一个换到，一个被告知换完了，分没有动。"""
    await community.app.store.post(Unit(None, (AddStock("G09", "2026-11", -59, 60),), at=1))
    for name in ("李桂芬", "张三"):
        await earn(community, name, 20)
        await community.say(name, "兑换 理发券")
    for name in ("李桂芬", "张三"):
        person = community.channel.people.get(community.ids[name])
        assert person is not None
        community.channel.say(person, Typed("是"))
    place = len(community.stage.timeline)
    await community.app.idle()
    said = [one["text"] for one in community.stage.timeline.since(place)]
    assert sum("【兑换成功】" in one for one in said) == 1
    assert sum("这个月换完了，没有换" in one for one in said) == 1


async def turned(community: Community, to: str) -> list[str]:
    """Time passes with everything that falls due on the way."""
    answer = await community.stage.turn({"to": to})
    return [shown["text"] for shown in answer["sent"]]


async def _both(community: Community, name: str, text: str) -> str:
    await community.say(name, text)
    return (await community.say(name, "是"))[0]


def room(name: str, times: str) -> EnrolListing:
    """A room of the register."""
    return EnrolListing("resource", name, json.dumps({"open_times": times, "place": name}))
