"""What becomes of messages that do not go out at once: waiting, in doubt, given up, and where a person decides."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.attachments import Attachment, KeepAttachment
from domain.calendar import PUBLISHING, PauseJob
from domain.channel import ChannelDown, HeldBack, Outgoing, SendInDoubt, SendRefused
from domain.decision import Unit, Urgency
from domain.outbox import Dead, InDoubt, Take, TrafficNow, again, seen
from domain.refusal import Moved
from scheduler.composing_wording import elsewhere
from scheduler.delivery import Delivery
from storage.store import Store
from tests.scheduler.stage import FREE, FakeChannel, FakeClock, Stage, private, public, rooms, staged


@pytest.fixture
def stage(store: Store) -> Stage:
    return staged(store, FakeClock())


def once(failure: Exception, text: str = "") -> object:
    """Fails for the first message that holds a text."""
    left = [failure]
    return lambda said: left.pop() if left and text in said.text else None


async def test_a_held_message_is_overtaken_and_leaves_at_its_time(stage: Stage) -> None:
    later = stage.clock.moment + timedelta(hours=1)
    await stage.post(replace(private("晚些说"), not_before=later), private("现在说"))
    await stage.delivery.drain()
    assert stage.channel.texts == ["现在说"]
    await stage.drain_until(hours=1)
    assert stage.channel.texts == ["现在说", "晚些说"]


async def test_what_was_tried_keeps_its_place(stage: Stage) -> None:
    stage.channel.fails = once(SendInDoubt("?"), "一")  # type: ignore[assignment]
    await stage.post(private("一"), private("二"), private("别人的", "p2"))
    await stage.delivery.drain()
    assert stage.channel.texts == ["别人的"]
    await stage.drain_until(seconds=3)
    assert stage.channel.texts == ["别人的", "一", "二"]


async def test_a_broken_channel_ends_nothing(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    stage.channel.fails = lambda said: RuntimeError("李桂芬 60 分") if "坏" in said.text else None
    await stage.post(*rooms("r1"), public("坏通知"), public("好通知"), private("坏回执"), private("好回执", "p2"))
    await stage.drain_until(hours=1)
    assert sorted(stage.channel.texts) == ["好回执", "好通知"]
    assert [owed.text for owed in await stage.store.answer(InDoubt())] == ["坏通知"]
    assert [(owed.text, owed.attempts) for owed in await stage.store.answer(Dead())] == [("坏回执", 5)]
    assert caplog.text.count("message_dead") == 1
    assert "李桂芬" not in caplog.text


@pytest.mark.parametrize(("word", "heard"), [(seen, ["r1", "r2", "r3"]), (again, ["r1", "r2", "r3", "r2"])])
async def test_a_person_settles_what_is_in_doubt(store: Store, word: object, heard: list[str]) -> None:
    clock = FakeClock()
    reached: list[str] = []

    def unsure(said: Outgoing) -> Exception | None:
        reached.append(said.conversation)
        return SendInDoubt("?") if said.conversation == "r2" and reached.count("r2") == 1 else None

    stage = staged(store, clock, FakeChannel(clock, fails=unsure))
    await stage.post(*rooms("r1", "r2", "r3"), public("红黑榜"))
    await stage.drain_until(hours=1)
    (owed,) = await store.answer(InDoubt())
    await stage.post(word(owed, clock.ms))  # type: ignore[operator]
    with pytest.raises(Moved):
        await stage.post(seen(owed, clock.ms))
    await stage.drain_until(hours=1)
    assert reached == heard
    assert (await store.answer(TrafficNow())).waiting == 0
    assert await store.answer(InDoubt()) == ()


@pytest.mark.parametrize("restarted", [True, False])
async def test_no_room_hears_twice_where_another_is_away(stage: Stage, *, restarted: bool) -> None:
    stage.channel.fails = lambda said: ChannelDown("away") if said.conversation == "r2" else None
    await stage.post(*rooms("r1", "r2"), public("通知"))
    await stage.drain_until(minutes=5)
    stage.channel.fails = lambda _: None
    stage = stage.restarted() if restarted else stage
    await stage.drain_until(minutes=5)
    assert [said.conversation for said in stage.channel.sent] == ["r1", "r2"]


async def test_a_refusal_in_one_room_keeps_the_others(stage: Stage) -> None:
    stage.channel.fails = lambda said: SendRefused("no") if said.conversation == "r1" else None
    await stage.post(*rooms("r1", "r2"), public("通知"))
    await stage.delivery.drain()
    (owed,) = await stage.store.answer(Dead())
    stage.channel.fails = lambda _: None
    await stage.post(again(owed, stage.clock.ms))
    await stage.delivery.drain()
    assert [said.conversation for said in stage.channel.sent] == ["r2", "r1"]


async def test_after_a_crash_receipts_go_again_and_posts_wait_for_a_person(stage: Stage) -> None:
    await stage.post(*rooms("r1"), public("通知"), private("回执"))
    await stage.post(Take(1, 1, ("?fake|r1|0",), stage.clock.ms), Take(2, 1, ("?fake|p1|0",), stage.clock.ms))
    await stage.delivery.recover(alone=False)
    await stage.delivery.drain()
    assert stage.channel.texts == []
    stage.clock.go(minutes=1)
    await stage.delivery.recover(alone=False)
    await stage.delivery.drain()
    assert stage.channel.texts == ["回执"]
    assert [owed.text for owed in await stage.store.answer(InDoubt())] == ["通知"]


async def test_a_message_that_ends_the_process_is_given_up(stage: Stage) -> None:
    await stage.post(private("毒"))
    for attempt in range(1, 6):
        await stage.post(Take(1, attempt, (), stage.clock.ms))
        await stage.delivery.recover()
    assert [owed.text for owed in await stage.store.answer(Dead())] == ["毒"]


async def test_what_nobody_needs_any_more_dies_with_a_record(stage: Stage) -> None:
    ends = stage.clock.moment + timedelta(minutes=5)
    nowhere = replace(public("直播马上开始"), expires_at=ends)
    await stage.post(nowhere, replace(private("也过期"), expires_at=ends, not_before=ends))
    await stage.drain_until(minutes=6)
    assert stage.channel.texts == []
    assert (await stage.store.answer(TrafficNow())).waiting == 0


async def test_documents_go_where_the_platform_takes_them(stage: Stage) -> None:
    await stage.post(KeepAttachment("a", "名单.xlsx", b"x"), KeepAttachment("b", "红黑榜.png", b"y"))
    says = [replace(private("表"), file="a"), replace(private("图"), file="b"), replace(private("没了"), file="c")]
    await stage.post(*says)
    await stage.delivery.drain()
    await stage.delivery.say_now([says[1]])
    stage.channel.capabilities = replace(FREE, pictures=False)
    await stage.post(*says)
    await stage.delivery.drain()
    got = [(said.text, said.image, said.file.name if said.file else "") for said in stage.channel.sent]
    plain = [(elsewhere("表", "名单.xlsx"), None, ""), ("图", None, ""), ("没了", None, "")]
    assert got == [("表", None, "名单.xlsx"), ("图", b"y", ""), ("没了", None, ""), ("图", b"y", ""), *plain]


async def test_a_door_that_takes_pictures_but_no_documents_says_where_they_are(stage: Stage) -> None:
    """群机器人收得了图、收不了文件 → 图照发，文件写明到哪里拿。"""
    stage.channel.capabilities = replace(FREE, files=False)
    await stage.post(KeepAttachment("a", "名单.xlsx", b"x"), KeepAttachment("b", "红黑榜.png", b"y"))
    await stage.post(replace(private("表"), file="a"), replace(private("图"), file="b"))
    await stage.delivery.drain()
    table, picture = stage.channel.sent
    assert (table.file, picture.image) == (None, b"y")
    assert table.text.startswith("表\n（文件“名单.xlsx”")
    assert "请向网格员要" in table.text


async def test_what_has_to_be_drawn_goes_drawn_or_not_at_all(store: Store) -> None:
    """画不出来的时候，只发文字。"""

    async def draw(kept: Attachment) -> Attachment | None:
        return Attachment(kept.name, b"drawn") if kept.body == b"good" else None

    for drawing, images in ((draw, [b"drawn", None]), (None, [None, None])):
        clock = FakeClock()
        channel = FakeChannel(clock)
        delivery = Delivery(store, {"fake": channel}, clock.now, draw=drawing)
        kept = [KeepAttachment(body.decode(), "榜.png", body, form="board") for body in (b"good", b"bad")]
        await store.post(Unit(None, tuple(kept), at=clock.ms))
        await delivery.say_now([replace(private("榜"), file=one.id) for one in kept])
        assert [(said.text, said.image, said.file) for said in channel.sent] == [("榜", one, None) for one in images]


async def test_what_cannot_be_said_now_is_said_later_once(stage: Stage) -> None:
    for failure in (ChannelDown("away"), SendInDoubt("?"), RuntimeError("bad")):
        stage.channel.fails = once(failure)  # type: ignore[assignment]
        await stage.delivery.say_now([private(type(failure).__name__)])
        await stage.drain_until(minutes=1)
    assert stage.channel.texts == ["ChannelDown", "SendInDoubt", "RuntimeError"]


async def test_a_long_text_goes_in_numbered_parts_each_once(stage: Stage) -> None:
    stage.channel.capabilities = replace(FREE, text_bytes=40)
    stage.channel.fails = once(ChannelDown("away"), "2/")  # type: ignore[assignment]
    await stage.post(private("一二三四五六七八九十" * 2, urgency=Urgency.ANSWER))
    await stage.drain_until(minutes=1)
    assert [text.partition("\n")[0] for text in stage.channel.texts] == ["1/3", "2/3", "3/3"]
    assert "".join(text.partition("\n")[2] for text in stage.channel.texts) == "一二三四五六七八九十" * 2


async def test_a_conversation_that_has_to_wait_is_no_outage(stage: Stage) -> None:
    stage.channel.fails = lambda said: HeldBack("!") if said.conversation == "p1" else None
    await stage.post(private("等他开口"), private("别人的", "p2"))
    await stage.drain_until(hours=1)
    assert (stage.channel.texts, stage.delivery.outages) == (["别人的"], {})
    stage.channel.fails = lambda _: None
    await stage.drain_until(minutes=2)
    assert stage.channel.texts == ["别人的", "等他开口"]


async def test_publishing_paused_holds_what_is_queued_and_no_safety_notice_behind_it(stage: Stage) -> None:
    await stage.post(*rooms("r1"), PauseJob(PUBLISHING, paused=True))
    await stage.post(public("小贴士"), replace(public("快停电了"), urgency=Urgency.SAFETY), private("回执"))
    await stage.drain_until(hours=1)
    assert sorted(stage.channel.texts) == ["回执", "快停电了"]
    await stage.post(PauseJob(PUBLISHING, paused=False))
    await stage.delivery.drain()
    assert stage.channel.texts[-1] == "小贴士"
