"""Several doors, quotas and daily measure: who hears where, how fast and how often."""

from dataclasses import replace

import pytest

from domain.channel import SendRefused
from domain.decision import Say, Target, Urgency
from domain.members import AccountRef, Bind
from domain.outbox import Dead, TrafficNow
from storage.store import Store
from tests.scheduler.stage import FREE, FakeChannel, FakeClock, Stage, private, public, rooms, staged

PERSON = Target("subject", "1")


def notice(text: str) -> Say:
    return Say(PERSON, text, urgency=Urgency.NOTICE)


async def two_doors(store: Store) -> Stage:
    clock = FakeClock()
    stage = staged(store, clock, FakeChannel(clock, "a"), FakeChannel(clock, "b"))
    await stage.post(Bind(AccountRef("a", "p1"), 1), Bind(AccountRef("b", "q1"), 1))
    return stage


async def test_a_person_hears_at_the_first_door_that_is_up(store: Store) -> None:
    stage = await two_doors(store)
    a, b = stage.channels["a"], stage.channels["b"]
    await stage.post(notice("一"))
    await stage.delivery.drain()
    a.state = "offline"
    await stage.post(notice("二"))
    await stage.delivery.drain()
    assert (a.texts, b.texts) == (["一"], ["二"])


async def test_no_door_up_or_none_that_may_push_means_waiting(store: Store) -> None:
    stage = await two_doors(store)
    a, b = stage.channels["a"], stage.channels["b"]
    b.capabilities = replace(FREE, push=False)
    a.state = "offline"
    await stage.post(notice("一"))
    await stage.drain_until(hours=1)
    assert (a.texts, b.texts) == ([], [])
    a.state = "online"
    await stage.delivery.drain()
    assert (a.texts, b.texts) == (["一"], [])


async def test_two_notices_a_day_and_the_rest_joins_the_next(store: Store) -> None:
    stage = staged(store, FakeClock())
    await stage.post(Bind(AccountRef("fake", "p1"), 1), *(notice(f"第{n}条") for n in range(1, 6)))
    await stage.delivery.drain()
    assert stage.channel.texts == ["第1条", "第2条\n\n第3条\n\n第4条\n\n第5条"]
    await stage.post(notice("第6条"), notice("第7条"), Say(PERSON, "回答"))
    await stage.delivery.drain()
    assert stage.channel.texts[2:] == ["回答"]
    await stage.drain_until(hours=21)
    assert stage.channel.texts[3:] == []
    await stage.drain_until(hours=1)
    assert stage.channel.texts[3:] == ["第6条", "第7条"]


async def test_work_for_staff_is_no_notice(store: Store) -> None:
    stage = staged(store, FakeClock())
    from domain.members import GiveDuty

    await stage.post(GiveDuty(AccountRef("fake", "w1"), 7))
    await stage.post(*(Say(Target("staff", "7"), f"卡{n}", urgency=Urgency.NOTICE) for n in range(4)))
    await stage.delivery.drain()
    assert stage.channel.texts == ["卡0", "卡1", "卡2", "卡3"]


async def test_quotas_survive_a_restart_and_answers_go_first(store: Store) -> None:
    clock = FakeClock()
    stage = staged(store, clock, FakeChannel(clock, capabilities=replace(FREE, quota_per_minute=3)))
    await stage.post(*rooms("r1"), *(public(f"榜{n}") for n in range(3)))
    await stage.delivery.drain()
    await stage.delivery.say_now([private("答1")])
    stage = stage.restarted()
    await stage.post(public("榜3"), private("通知", "p2", Urgency.NOTICE), private("答2", "p3"))
    await stage.delivery.drain()
    assert len(stage.channel.texts) == 3
    await stage.drain_until(seconds=60)
    assert stage.channel.texts[3:] == ["答1", "答2", "通知"]
    await stage.drain_until(seconds=60)
    assert stage.channel.texts[6:] == ["榜3"]


async def test_a_long_outage_is_told_once(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    stage = staged(store, FakeClock())
    stage.channel.state = "offline"
    for _ in range(40):
        await stage.delivery.drain()
        stage.clock.go(minutes=1)
        assert bool(stage.delivery.outages) == ("channel_down" in caplog.text)
    assert caplog.text.count("channel_down") == 1
    stage.channel.state = "online"
    await stage.delivery.drain()
    assert stage.delivery.outages == {}


async def test_what_no_door_leads_to_is_named_until_one_does(store: Store) -> None:
    """没绑定的人、没有群的网格 → 列出来；绑定以后自己发出去，单子也空了。"""
    stage = staged(store, FakeClock())
    await stage.post(notice("给人的"), public("给群的"))
    await stage.delivery.drain()
    # Of what one person would read the desk learns neither whose it is nor a word.
    assert [(str(owed.target), owed.text) for owed in stage.delivery.stranded] == [
        ("subject", ""),
        ("grid:1", "给群的"),
    ]
    await stage.post(Bind(AccountRef("fake", "p1"), 1), *rooms("r1"))
    await stage.drain_until(minutes=11)
    assert (stage.channel.texts, stage.delivery.stranded) == (["给人的", "给群的"], ())


async def test_what_one_door_refuses_goes_by_the_other(store: Store) -> None:
    """微信不收（不是好友）→ 走另一扇门；两扇都不收 → 工作台上看得到；一起走的通知一条不少。"""
    stage = await two_doors(store)
    a, b = stage.channels["a"], stage.channels["b"]
    a.fails = lambda _: SendRefused("no friend")
    await stage.post(*(notice(f"第{n}条") for n in range(1, 5)), Say(PERSON, "回答"))
    await stage.delivery.drain()
    assert a.texts == []
    assert "\n\n".join(b.texts).split("\n\n").count("回答") == 1
    assert sorted("\n\n".join(b.texts).split("\n\n")) == ["回答", "第1条", "第2条", "第3条", "第4条"]
    traffic = await store.answer(TrafficNow())
    assert (traffic.waiting, traffic.dead) == (0, 0)
    b.fails = a.fails
    await stage.post(Say(PERSON, "谁都不收"))
    await stage.delivery.drain()
    assert [owed.text for owed in await store.answer(Dead())] == ["谁都不收"]


async def test_an_answer_that_is_refused_at_once_is_not_forgotten(store: Store) -> None:
    stage = staged(store, FakeClock())
    stage.channel.fails = lambda _: SendRefused("no friend")
    await stage.delivery.say_now([private("您有 12 分。")])
    await stage.delivery.drain()
    assert [owed.text for owed in await store.answer(Dead())] == ["您有 12 分。"]
