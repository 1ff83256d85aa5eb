"""The whole promise in one play, on both databases: told, checked, found, rewarded, stolen, and led to nobody."""

import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.channels.simulator.people import People
from domain.awarding import Award
from domain.decision import Say, Target, Unit
from domain.ledger import Hand
from domain.members import AccountRef
from domain.period import civil
from domain.tips.queries import TipStaff
from storage.database import open_database
from storage.tables.ledger import entry
from storage.tables.members import subject
from storage.vault.vault import Vault
from tests.conversations.conftest import Community
from tests.conversations.tips import GPS, batch, code_in, photo_with_place, receipt_in, staff, voucher_batch
from tests.tips.linkage.attack import scored
from tests.tips.linkage.dumping import Dump, stolen
from tests.tips.linkage.searching import joins, literal
from tests.tips.linkage.world import Truth, World

RULES_CHANGED = {"rewards.toml": [("pool = false", "pool = true"), ("carry_months = [0, 1, 2]", "carry_months = [0]")]}
NEIGHBOURS = tuple(f"邻居{n}" for n in range(12))


@pytest.fixture(autouse=True)
def long_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Accounts are called as a platform calls them, so that a search for one finds nothing by accident."""
    drawn = random.Random(7)
    monkeypatch.setattr(People, "following", lambda _self: f"wxid_canary_{drawn.randrange(10**12):012}")


@dataclass(slots=True)
class Play:
    """A community, and what really happened in it."""

    community: Community
    world: World

    async def tell(self, name: str, text: str, *, photo: bool = False, guarded: bool = False) -> Truth:
        """举报, and 是 to being told how it goes."""
        account, message = AccountRef("simulator", self.community.ids[name]), self.world.message()
        body = {"from": account.id, "scene": "private", "text": f"举报 {text}", "message_id": message}
        said = await self.community.stage.say(body | ({"image": photo_with_place()} if photo else {}))
        receipt = receipt_in(self.community.as_lines(said["sent"])).replace(" ", "")
        await self.community.say(name, "是")
        truth = Truth(
            "", receipt, account, text, message, civil(self.community.clock.now()), text, guarded, relayed=True
        )
        self.world.truths.append(truth)
        return truth

    async def handed(self, truth: Truth) -> tuple[dict[str, str], bytes]:
        """The ids of the cards of the next batch by who got them, and their picture."""
        cards = await batch(self.community)
        truth.code = code_in(cards)
        assert all(truth.text in one["text"] for one in cards)
        assert self.community.stage.pictures is not None
        picture = await self.community.stage.pictures.load(cards[0]["image"]) if "image" in cards[0] else b""
        names = [line.split(":")[0] for line in self.community.as_lines(cards)]
        return dict(zip(names, (one["id"] for one in cards), strict=True)), picture

    async def answered(self, truth: Truth, card: str, question: str, answer: str) -> None:
        """追问 by quoting, and 补充 by receipt."""
        asked = await self.community.say("段家荣", f"追问 {question}", quote=card)
        name = next(name for name, number in self.community.ids.items() if number == truth.reporter.id)
        assert any(line.startswith(f"{name}: 【举报追问】") for line in asked)
        assert "下一批" in (await self.community.say(name, f"补充 {truth.receipt} {answer}"))[0]
        await batch(self.community)

    async def confirmed(self, truth: Truth, card: str) -> None:
        """属实 by quoting."""
        judged = await self.community.say("段家荣", "属实 已劝导", quote=card)
        assert "记为属实" in judged[0]
        truth.closed = civil(self.community.clock.now())

    async def dump(self) -> Dump:
        """Everything that can be stolen."""
        return await stolen(self.world.database, self.world.keys)


@pytest.fixture
async def play(community: Community, tmp_path: Path) -> AsyncIterator[Play]:
    """Staff, neighbours who do good, vouchers in the drawer."""
    await staff(community)
    await voucher_batch(community)
    for name in ("王秀英", *NEIGHBOURS):
        await community.enter(name)
    await _deeds(community, ("李桂芬", "张三", "王秀英", *NEIGHBOURS))
    # Cases are known to lead to their recipients; a thief looks for everybody else.
    residents = (number for name, number in community.ids.items() if name not in {"段家荣", "周敏", "罗琼", "白云"})
    people = tuple(AccountRef("simulator", number) for number in residents)
    database, store = open_database(community.app.config.database.url), community.app.store
    workers = frozenset(one.person for one in await store.answer(TipStaff()) if one.role in {"grid_worker", "property"})
    keys = tmp_path / "keys"
    yield Play(community, World(store, Vault(keys), database, keys, random.Random(3), people, "pool", workers=workers))
    await database.close()


async def _deeds(community: Community, names: tuple[str, ...]) -> None:
    item = next(one for one in community.app.rules.catalogue.items if one.code == "R05")
    now, rows = community.clock.now(), await community.app.store.reader.all(select(subject.c.id, subject.c.name))
    for number, _ in (row for row in rows if row[1] in names):
        for on in (civil(now) - timedelta(days=200), civil(now)):
            made = Award(number, item, 1, f"test:{number}:{on}", Hand(grid="2"), on, "v1").entries()
            await community.app.store.post(Unit(None, made, at=int(now.timestamp() * 1000)))


async def _careless(play: Play) -> None:
    """What an ordinary bot would have kept: the receipt's message as it was said."""
    for truth in play.world.truths:
        said = Say(Target("account", truth.reporter.id, "simulator"), f"回执号 {truth.receipt} {truth.code}")
        await play.community.app.store.post(Unit(None, (said,), at=1))


async def test_from_a_photo_to_nobody(play: Play) -> None:
    """带定位的照片 → 卡片 → 追问 → 引用属实 → 扣分 → 领券；一人月底入账；一件举报网格员。偷走一切，查不到人。"""
    community, world = play.community, play.world
    by_voucher = await play.tell("李桂芬", "3栋楼道芦笛曲堆满纸箱过不去人", photo=True)
    cards, picture = await play.handed(by_voucher)
    assert set(cards) == {"段家荣", "周敏"}
    assert picture[:2] == b"\xff\xd8"
    assert GPS not in picture
    await play.answered(by_voucher, cards["段家荣"], "请问在几楼", "二楼拐角")
    await play.confirmed(by_voucher, cards["段家荣"])
    await community.say("段家荣", "扣分 王秀英 楼道堆物 备注 现场见纸箱六只，已口头提醒")
    finding = await community.say("段家荣", "是")
    assert any("L" in line for line in finding), finding
    by_pool = await play.tell("张三", "5栋门口芦笛曲有人乱扔垃圾袋")
    cards, _ = await play.handed(by_pool)
    await play.confirmed(by_pool, cards["段家荣"])
    guarded = await play.tell("邻居3", "网格员段家荣芦笛曲收了别人的礼", guarded=True)
    assert set((await play.handed(guarded))[0]) == {"罗琼"}
    await community.say("李桂芬", f"领取奖励 {by_voucher.receipt}")
    await community.say("李桂芬", "不用")
    assert "券码 V" in (await community.say("李桂芬", "是"))[0]
    before = await play.dump()
    await community.say("张三", f"领取奖励 {by_pool.receipt}")
    assert "放进去了" in (await community.say("张三", "是"))[0]
    by_pool.pooled, world.last_claim = True, by_pool
    await community.stage.turn({"step": "start_of_next_month"})
    booked = await community.app.store.reader.all(select(entry.c.subject).where(entry.c.item == "R34").distinct())
    assert len(booked) >= 10
    dump = await play.dump()
    assert GPS not in dump.raw
    assert [str(score) for score in await scored(world, before, dump) if not score.holds] == []
    assert await community.proof() == ()
    await _careless(play)
    fallen = await play.dump()
    assert (joins(world, fallen).rate, literal(world, fallen).rate) == (1.0, 1.0)
