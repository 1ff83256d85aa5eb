"""Where nothing can be said privately: a group reads the way to the bot, and nothing personal or untrue."""

from dataclasses import replace

import pytest

from bot.dispatch import wording
from domain.outbox import TrafficNow
from tests.conversations.conftest import Community

WAY = wording.way_in("网格小信", "")


@pytest.fixture
def deaf(community: Community) -> Community:
    """The same community on a channel that has groups only."""
    community.channel.capabilities = replace(community.channel.capabilities, private=False)
    return community


async def test_a_personal_answer_becomes_the_way_to_the_bot(deaf: Community) -> None:
    """群里：积分、申报、举报 → 只说怎么私聊，不说“已私信您”，什么都没有记，也没有话白等着。"""
    for text in ("积分", "积分明细"):
        assert await deaf.say("李桂芬", text, group=True) == [f"群: {wording.NO_PRIVATE_CHAT}{WAY}"]
    deed = await deaf.say("李桂芬", "@网格小信 申报 楼道清理 6栋一单元", group=True)
    assert deed == [f"群: {wording.NO_PRIVATE_CHAT}{WAY}"]
    tip = await deaf.say("张三", "@网格小信 举报 3栋楼下有人飞线充电", group=True)
    assert tip == [f"群: {wording.PRIVATE_ONLY}{WAY}"]
    assert (await deaf.app.store.answer(TrafficNow())).waiting == 0
    assert "D1" not in (await deaf.say("张三", "@网格小信 帮助", group=True))[0]
    (again,) = await deaf.say("张三", "@网格小信 帮助", group=True)
    assert again == f"群: {wording.NO_PRIVATE_CHAT}{WAY}"


async def test_what_may_be_said_aloud_still_is(deaf: Community) -> None:
    (said,) = await deaf.say("李桂芬", "活动", group=True)
    assert "私聊" not in said


def test_a_configured_way_is_named() -> None:
    link = "https://work.weixin.qq.com/kf/kfc1"
    assert f"打开 {link}" in wording.way_in("网格小信", link)
