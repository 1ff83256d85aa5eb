"""What the bot does when people join, befriend it, or its own words come back."""

import asyncio

import pytest

from bot.dispatch.greeting import Greeter
from bot.dispatch.hearing import Hearing
from domain.channel import Outgoing, SendInDoubt
from domain.enrolment import BindRoom, EnrolSubject
from domain.happenings import FriendAdded, Happening, RoomJoined, RoomSeen, SaidByBot
from domain.members import AccountRef, Bind
from domain.outbox import InDoubt
from storage.store import Store
from tests.scheduler.stage import FakeChannel, FakeClock, Stage, public, rooms, staged

ANN, BEN = ("wxid_ann", "安"), ("wxid_ben", "本")


def joined(*members: tuple[str, str], room: str = "r1") -> RoomJoined:
    return RoomJoined(room, "二网格邻里群", members, bot_joined=False)


class Side:
    """A greeter beside a delivery."""

    def __init__(self, store: Store) -> None:
        self.clock = FakeClock()
        self.stage: Stage = staged(store, self.clock)
        self.hearing = Hearing()
        self.greeter = Greeter(store, self.stage.delivery, self.clock.now, self.hearing)

    @property
    def channel(self) -> FakeChannel:
        return self.stage.channel

    async def tell(self, happening: Happening) -> list[Outgoing]:
        """What is said because of it."""
        before = len(self.channel.sent)
        await self.greeter.deal("fake", happening)
        await self.stage.delivery.drain()
        return self.channel.sent[before:]


@pytest.fixture
async def side(store: Store) -> Side:
    made = Side(store)
    await made.stage.post(*rooms("r1"), BindRoom("fake", "s1", "staff"))
    return made


async def test_who_joins_is_greeted_by_name(side: Side) -> None:
    """安进群 → 群里@安：能办什么、怎么绑定、聊天不记录。"""
    (said,) = await side.tell(joined(ANN))
    assert (said.conversation, said.mentions) == ("r1", (ANN,))
    assert all(words in said.text for words in ("积分", "绑定 姓名 楼栋房号", "聊天我不记录"))


async def test_a_crowd_is_greeted_once(side: Side) -> None:
    """一批人接着进群 → 十分钟里只说一次。"""
    assert len(await side.tell(joined(ANN))) == 1
    side.clock.go(minutes=9)
    assert await side.tell(joined(BEN)) == []
    side.clock.go(minutes=2)
    assert [said.mentions for said in await side.tell(joined(BEN))] == [(BEN,)]


async def test_nothing_is_said_where_nobody_bound_the_room(side: Side) -> None:
    """没绑定的群 → 不说话，工作台上能看到这个群；工作群里也不打招呼。"""
    assert await side.tell(joined(ANN, room="r2")) == []
    assert list(side.hearing.rooms) == [("fake", "r2")]
    assert await side.tell(joined(ANN, room="s1")) == []
    for room in ("r1", "s1", "r3"):
        assert await side.tell(RoomSeen(room)) == []
    assert list(side.hearing.rooms) == [("fake", "r2"), ("fake", "r3")]


async def test_a_new_friend_is_told_how_to_bind(side: Side) -> None:
    """加了好友 → 私聊告诉怎么绑定。"""
    (said,) = await side.tell(FriendAdded(*ANN))
    assert (said.conversation, said.scene) == (ANN[0], "private")
    assert "绑定 姓名 楼栋房号" in said.text
    assert await side.tell(FriendAdded(*ANN)) == []


async def test_an_old_friend_who_is_bound_is_left_in_peace(side: Side) -> None:
    """重新登录时又报来的老朋友，已经绑定过 → 不打扰。"""
    bound = Bind(AccountRef("fake", ANN[0]), 1)
    await side.stage.post(EnrolSubject("resident", "李桂芬", "1", "6栋1单元302"), bound)
    assert await side.tell(FriendAdded(*ANN)) == []


async def test_a_greeting_that_comes_too_late_is_left_out(side: Side) -> None:
    side.channel.state = "offline"
    assert await side.tell(FriendAdded(*ANN)) == []
    side.clock.go(hours=1, minutes=1)
    side.channel.state = "online"
    await side.stage.delivery.drain()
    assert side.channel.sent == []


async def _in_doubt(side: Side, *texts: str) -> None:
    side.channel.fails = lambda _: SendInDoubt("nobody knows")
    await side.stage.post(*(public(text) for text in texts))
    await side.stage.delivery.drain()
    side.channel.fails = lambda _: None


async def _left(side: Side) -> list[str]:
    return [owed.text for owed in await side.stage.store.answer(InDoubt())]


async def test_the_own_echo_settles_a_post_in_doubt(side: Side) -> None:
    """红榜发到一半断了线，又看到自己说的那条 → 算已发出，不再问人，也不再发。"""
    await _in_doubt(side, "本月红榜", "本月通知")
    assert await _left(side) == ["本月红榜", "本月通知"]
    assert await side.tell(SaidByBot("r1", "m1", "本月红榜")) == []
    assert await _left(side) == ["本月通知"]


async def test_an_echo_may_come_before_the_call_is_given_up(side: Side) -> None:
    await side.tell(SaidByBot("r1", "m1", "@安\u2005本月红榜"))
    side.clock.go(seconds=20)
    await _in_doubt(side, "本月红榜")
    await side.tell(SaidByBot("r1", "m2", "别的话"))
    assert await _left(side) == []


@pytest.mark.parametrize(
    "echo",
    [
        SaidByBot("r2", "m1", "本月红榜"),
        SaidByBot("r1", "m1", "本月红榜更正"),
        SaidByBot("r1", "m1", "更正本月红榜"),
        SaidByBot("r1", "m1", "红榜"),
    ],
)
async def test_other_words_prove_nothing(side: Side, echo: SaidByBot) -> None:
    """别的群里的、别的话 → 还是要人看。"""
    await _in_doubt(side, "本月红榜")
    await side.tell(echo)
    assert await _left(side) == ["本月红榜"]


async def test_an_old_echo_proves_nothing(side: Side) -> None:
    """上个月也发过同样的一句 → 不算。"""
    await side.tell(SaidByBot("r1", "m1", "本月红榜"))
    side.clock.go(seconds=90)
    await _in_doubt(side, "本月红榜")
    await side.tell(SaidByBot("r1", "m2", "别的话"))
    assert await _left(side) == ["本月红榜"]


async def test_one_echo_proves_one_post(side: Side) -> None:
    await _in_doubt(side, "垃圾分类提醒", "垃圾分类提醒")
    await side.tell(SaidByBot("r1", "m1", "垃圾分类提醒"))
    assert await _left(side) == ["垃圾分类提醒"]


async def test_a_happening_that_fails_does_not_end_the_next(
    side: Side, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told: asyncio.Queue[tuple[str, Happening]] = asyncio.Queue()

    async def fails(*_: object) -> None:
        raise ValueError("安")

    monkeypatch.setattr(side.greeter, "_joined", fails)
    for happening in (joined(ANN), FriendAdded(*BEN)):
        told.put_nowait(("fake", happening))
    work = asyncio.create_task(side.greeter.run(told))
    async with asyncio.timeout(5):
        while not side.channel.sent:
            await asyncio.sleep(0.01)
            await side.stage.delivery.drain()
    work.cancel()
    assert "happening_failed ValueError" in caplog.text
    assert "安" not in caplog.text
