"""The month-end pool where a community turned it on: the reporter chooses, neighbours share it, nobody is told."""

from datetime import timedelta

from sqlalchemy import select

from domain.awarding import Award
from domain.decision import Unit
from domain.ledger import Hand
from domain.period import civil
from domain.tips.pool import PoolWaits
from storage.tables.ledger import entry
from storage.tables.members import subject
from storage.tables.tips import tip_reward
from tests.conversations.conftest import Community
from tests.conversations.tips import batch, code_in, report, staff, voucher_batch

RULES_CHANGED = {"rewards.toml": [("pool = false", "pool = true"), ("carry_months = [0, 1, 2]", "carry_months = [0]")]}


async def _neighbours(community: Community, *names: str) -> None:
    """People who did something good long ago and this month."""
    item = next(one for one in community.app.rules.catalogue.items if one.code == "R05")
    now, rows = community.clock.now(), await community.app.store.reader.all(select(subject.c.id, subject.c.name))
    for number, _ in (row for row in rows if row[1] in names):
        for on in (civil(now) - timedelta(days=200), civil(now)):
            made = Award(number, item, 1, f"test:{number}:{on}", Hand(grid="2"), on, "v1").entries()
            await community.app.store.post(Unit(None, made, at=int(now.timestamp() * 1000)))


async def _confirmed(community: Community, name: str, *answers: str) -> str:
    receipt = await report(community, name, "举报 3栋楼道堆满纸箱", *answers)
    code = code_in(await batch(community))
    await community.say("段家荣", f"核实 {code} 属实 已劝导")
    return receipt


async def _booked(community: Community) -> list[int]:
    rows = await community.app.store.reader.all(select(entry.c.subject).where(entry.c.item == "R34"))
    return [row[0] for row in rows]


async def test_booked_with_the_others_at_the_month_s_end(community: Community) -> None:
    """领取奖励 回执 → 月底随大家一起入账？ → 是 → 放进去了；月底 12 个人各记 5 分，谁也没收到消息；再领，没有了。"""
    await staff(community)
    names = [f"邻居{n}" for n in range(11)]
    for name in names:
        await community.enter(name)
    await _neighbours(community, "李桂芬", *names)
    receipt = await _confirmed(community, "李桂芬", "是")
    (asked,) = await community.say("李桂芬", f"领取奖励 {receipt}")
    assert "月底随大家一起入账？" in asked
    assert "登记满 6 个月、当月有加分" in asked
    assert "放进去了" in (await community.say("李桂芬", "是"))[0]
    assert await community.app.store.answer(PoolWaits()) == 1
    assert await community.app.store.reader.all(select(tip_reward)) == []
    assert await _booked(community) == []
    assert "没有可以领的奖励" in (await community.say("李桂芬", f"领取奖励 {receipt}"))[0]
    sent = (await community.stage.turn({"step": "start_of_next_month"}))["sent"]
    assert not any("综合贡献" in one["text"] for one in sent)
    assert len(set(await _booked(community))) == 12
    assert "月度综合贡献" in "".join(await community.say("李桂芬", "积分明细"))
    assert "月度综合贡献" in "".join(await community.say("邻居3", "积分明细"))
    assert await community.app.store.answer(PoolWaits()) == 0
    assert await community.proof() == ()


async def test_a_voucher_all_the_same(community: Community) -> None:
    """月底入账？ 不用 → 不记名券，现在领吗？ → 是 → 券码；账户没有动。"""
    await staff(community)
    await voucher_batch(community)
    receipt = await _confirmed(community, "李桂芬", "是")
    await community.say("李桂芬", f"领取奖励 {receipt}")
    assert "现在领吗" in (await community.say("李桂芬", "不用"))[0]
    assert "券码 V" in (await community.say("李桂芬", "是"))[0]
    assert await community.app.store.answer(PoolWaits()) is None


async def test_strangers_and_shops_are_not_asked(community: Community) -> None:
    """没绑定的人、商铺：只有不记名券，进了池子反而显眼。"""
    await staff(community)
    await voucher_batch(community)
    await community.enter("路人", bound=False)
    await community.enter("老王烧烤", kind="merchant")
    receipt = await _confirmed(community, "路人", "是")
    for name in ("路人", "老王烧烤"):
        assert "现在领吗" in (await community.say(name, f"领取奖励 {receipt}"))[0]
