"""The morning card and the numbers that answer it."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from domain.matters.wording import agenda
from tests.conversations.conftest import Community
from tests.conversations.tips import batch, code_in, report

if TYPE_CHECKING:
    from domain.matters.matter import Matter


async def test_the_morning_card_is_answered_by_its_numbers(community: Community) -> None:
    """第二天 8:30 网格员收到今日卡片 → 1 属实 → 绑定好了。"""
    await community.enter("赵小云", address="5栋1单元301", bound=False)
    await community.say("赵小云", "绑定 赵小云 5栋1单元301")
    await community.say("赵小云", "是")
    passed = await community.stage.turn({"step": "days:1"})
    (card,) = [one for one in passed["sent"] if one["text"].startswith("今日 11月24日")]
    assert card["at"].startswith("2026-11-24T08:30")
    assert "1. 绑定 赵小云" in card["text"]
    assert any("赵小云: 绑定好了" in one for one in await community.say("段家荣", "1 属实"))


async def test_no_card_where_nothing_waits(community: Community) -> None:
    """没有等着的事 → 不发今日卡片。"""
    passed = await community.stage.turn({"step": "days:1"})
    assert not [one for one in passed["sent"] if one["text"].startswith("今日")]


async def test_a_tip_in_ones_hands_stands_in_the_morning_card(community: Community) -> None:
    """昨天转来的举报还没核实 → 今天的今日卡片里有一行，不写内容；回行号就能答复。"""
    await report(community, "李桂芬", "举报 3栋门口有人占道摆桌子", "是")
    code = code_in(await batch(community))
    turned = await community.stage.turn({"step": "days:1"})
    (card,) = [line for line in community.as_lines(turned["sent"]) if line.startswith("段家荣: 今日")]
    assert f"1. {code} 举报核实" in card
    assert "桌子" not in card
    assert (await community.say("段家荣", "1 属实"))[0].startswith("段家荣: ")


def test_a_long_list_says_how_much_waits_and_cuts_long_rows() -> None:
    """等着 25 件、先列 20 件 → 标题两个数都写；一行太长就截短。"""
    one = cast("Matter", SimpleNamespace(code="D1", sort="deed", line="楼" * 300, due_at=None))
    card = agenda("待办", [one] * 20, 25)
    assert card.title == "待办 · 25 件，先列 20 件"
    assert all(len(line) < 120 and line.endswith("…") for line in card.lines)
    assert agenda("待办", [one]).title == "待办 · 1 件"
