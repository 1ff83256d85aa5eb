"""Where people write first and replies are counted: what is held comes in one reply, behind the answer."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from domain.channel import Talk
from domain.decision import Say, Target, Urgency
from domain.members import AccountRef, Bind, GiveDuty
from domain.tips.effects import SaySealed
from storage.database import Database
from storage.store import Store
from storage.vault.vault import Vault
from tests.conftest import COMMUNITY, NOTE_KEY
from tests.scheduler.stage import FREE, FakeChannel, FakeClock, Stage, staged

LI = Target("subject", "1")
HERSELF = Target("account", "wmLi", "kf")
COUNTED = replace(FREE, push=False, posts_to_group=False, buttons=False, pictures=False, text_bytes=2048)


@dataclass
class CountedChannel(FakeChannel):
    """Three replies to each word; nothing before one."""

    left: int = 0
    written: int = 0

    def talk(self, conversation: str) -> Talk:
        assert conversation == "wmLi"
        return Talk(self.left > 0, self.left < 3, self.written, self.written)

    async def send(self, outgoing: object) -> str:
        self.left -= 1
        return await super().send(outgoing)  # type: ignore[arg-type] # the same as the parent's

    def hears(self) -> None:
        self.left, self.written = 3, self.clock.ms


async def counted(store: Store) -> tuple[Stage, CountedChannel]:
    clock = FakeClock()
    channel = CountedChannel(clock, "kf", COUNTED)
    stage = staged(store, clock, channel)
    await stage.post(Bind(AccountRef("kf", "wmLi"), 1), GiveDuty(AccountRef("kf", "wmLi"), 7))
    return stage, channel


def told(text: str, to: Target = LI, urgency: Urgency = Urgency.NOTICE) -> Say:
    return Say(to, text, urgency=urgency)


async def test_what_nobody_may_be_told_comes_in_one_reply_behind_the_answer(store: Store) -> None:
    """
    （居民几天没写话，其间有三件事要告诉她）
    居民：积分
    机器人：您现在有 12 分。
    机器人：申报已通过。／明天有活动。／今天轮到您值班。
    """
    stage, channel = await counted(store)
    await stage.post(told("申报已通过。"), told("明天有活动。"), told("今天轮到您值班。", Target("staff", "7")))
    await stage.drain_until(hours=50)
    assert channel.texts == []
    channel.hears()
    await stage.delivery.drain()
    assert channel.texts == []  # the answer first
    await stage.delivery.say_now([told("您现在有 12 分。", HERSELF, Urgency.ANSWER)])
    await stage.delivery.drain()
    assert channel.texts == ["您现在有 12 分。", "申报已通过。\n\n明天有活动。\n\n今天轮到您值班。"]
    await stage.drain_until(hours=1)
    assert len(channel.texts) == 2


async def test_an_answer_that_is_written_down_takes_the_rest_along(store: Store) -> None:
    stage, channel = await counted(store)
    await stage.post(told("明天有活动。"), told("刚才的回答。", HERSELF, Urgency.ANSWER))
    stage.clock.go(hours=50)
    channel.hears()
    stage.clock.go(seconds=1)
    await stage.post(told("记下了。", HERSELF, Urgency.ANSWER))
    await stage.delivery.drain()
    assert channel.texts == ["记下了。\n\n刚才的回答。\n\n明天有活动。"]


async def test_without_any_answer_it_comes_after_a_moment(store: Store) -> None:
    stage, channel = await counted(store)
    await stage.post(told("明天有活动。"))
    stage.clock.go(hours=50)
    channel.hears()
    await stage.delivery.drain()
    assert channel.texts == []
    stage.clock.go(seconds=10)
    await stage.delivery.drain()
    assert channel.texts == ["明天有活动。"]


async def test_a_sealed_answer_which_knows_only_its_day_goes_at_once(database: Database, tmp_path: Path) -> None:
    """举报的回执不记时刻，只记日子：当天的马上发，不用等十秒；前些天留着的，还是先让今天的回答。"""
    stage, channel = await counted(Store(database, COMMUNITY, NOTE_KEY, Vault(tmp_path)))
    midnight = stage.clock.moment.replace(hour=0)
    await stage.post_at(midnight - timedelta(days=3), SaySealed(told("三天前的追问。", HERSELF, Urgency.ANSWER)))
    channel.hears()
    await stage.delivery.drain()
    assert channel.texts == []
    stage.clock.go(seconds=10)
    await stage.delivery.drain()
    channel.hears()
    await stage.post_at(midnight, SaySealed(told("回执。", HERSELF, Urgency.ANSWER)))
    await stage.delivery.drain()
    assert channel.texts == ["三天前的追问。", "回执。"]
    await stage.store.close()


async def test_more_than_one_reply_holds_is_told_in_the_next_ones(store: Store) -> None:
    stage, channel = await counted(store)
    long = [f"{number}" + "长" * 300 for number in range(9)]
    await stage.post(*(told(text) for text in long))
    stage.clock.go(hours=50)
    channel.hears()
    stage.clock.go(seconds=10)
    await stage.delivery.drain()
    assert channel.texts == ["\n\n".join(long[first : first + 2]) for first in (0, 2, 4)]
    channel.hears()
    stage.clock.go(seconds=10)
    await stage.delivery.drain()
    assert channel.texts[3:] == ["\n\n".join(long[6:8]), long[8]]


async def test_while_replies_are_left_news_goes_out_at_once(store: Store) -> None:
    stage, channel = await counted(store)
    channel.hears()
    stage.clock.go(seconds=2)
    await stage.delivery.say_now([told("您现在有 12 分。", HERSELF, Urgency.ANSWER)])
    await stage.post(told("申报已通过。"))
    await stage.delivery.drain()
    assert channel.texts == ["您现在有 12 分。", "申报已通过。"]


async def test_a_door_that_may_push_is_taken_first(store: Store) -> None:
    clock = FakeClock()
    counted_one = CountedChannel(clock, "kf", COUNTED)
    stage = staged(store, clock, counted_one, FakeChannel(clock, "wx"))
    await stage.post(Bind(AccountRef("kf", "wmLi"), 1), Bind(AccountRef("wx", "li"), 1), told("明天有活动。"))
    counted_one.hears()
    clock.go(seconds=60)
    await stage.delivery.drain()
    assert (counted_one.texts, stage.channels["wx"].texts) == ([], ["明天有活动。"])


async def test_what_is_over_is_not_told_any_more(store: Store) -> None:
    stage, channel = await counted(store)
    await stage.post(Say(LI, "今晚停水。", urgency=Urgency.NOTICE, expires_at=stage.clock.moment + timedelta(hours=1)))
    await stage.drain_until(hours=50)
    channel.hears()
    stage.clock.go(seconds=10)
    await stage.delivery.drain()
    assert channel.texts == []
