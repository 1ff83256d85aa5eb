"""A place before and after: photographed, agreed to, looked through, shown on the board, and taken back."""

import io
from datetime import datetime

import pytest
from PIL import Image

from domain.attachments import AttachmentOf, KeepAttachment
from domain.boards.drawing import draw_board
from domain.boards.material import material_of
from domain.boards.quarter import Quarter
from domain.boards.states import assessed
from domain.boards.telling import Today, cards
from domain.boards.wording import place
from domain.findings.photos import FitPhotos
from domain.matters.matter import MatterAt
from domain.members import Duty
from tests.conversations.conftest import Community
from tests.conversations.planted import planted, post
from tests.conversations.street import LINE, at, passing, street

QUARTER = Quarter(2026, 4)
IN_OCTOBER = at(10, 20)


def jpeg(colour: str) -> bytes:
    """A small photo."""
    body = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(body, "JPEG")
    return body.getvalue()


async def charged(
    community: Community, found: datetime = IN_OCTOBER, name: str = "老王烧烤", item: str = "MN05"
) -> None:
    """Somebody has a deduction in effect, with the photo of whoever found it."""
    await street(community)
    await post(community, KeepAttachment("before", "before.jpg", jpeg("red")), assessed(community.clock.now()))
    await planted(community, name, item, found, photo="before")


async def today(community: Community) -> Today:
    """What a board is drawn from now."""
    rules = community.app.rules
    return Today(community.clock.now(), rules, await community.app.store.answer(material_of(QUARTER, rules)))


@pytest.mark.parametrize("found", [IN_OCTOBER, at(9, 20)], ids=["this quarter", "the end of the last"])
async def test_a_repaired_place_is_shown_before_and_after(community: Community, found: datetime) -> None:
    """修复 + 照片 → 给邻居看吗？是 → 核实改好 → 照片检查，属实 → 上榜；撤回公示同意 → 不再用，再同意也不回来。"""
    await charged(community, found)
    filed = await community.say("老王烧烤", "修复 L1 已收回店内")
    assert any("改好的照片" in line for line in filed if line.startswith("老王烧烤"))
    sent = await community.send_photo("老王烧烤")
    assert any(line.startswith("段家荣: 【修复】L1 照片") for line in sent)
    assert any("可以作为“整改前／整改后”给邻居看吗" in line for line in sent if line.startswith("老王烧烤"))
    assert "有人看过照片以后才会用" in (await community.say("老王烧烤", "是"))[0]
    assert not (await today(community)).material.photos
    settled = await community.say("段家荣", "L1 属实")
    (card,) = [line for line in settled if line.startswith("段家荣: 【照片检查】L1")]
    assert "人脸、车牌、门牌号、姓名、店招，一样都看不到才能用" in card
    assert not (await today(community)).material.photos

    await community.say("李桂芬", "申报 楼道清理")
    await community.say("段家荣", "今日")
    refused = await community.say("段家荣", "1 2 属实")
    assert any("一件一件回" in line for line in refused)
    assert not (await today(community)).material.photos
    assert "可以用了" in (await community.say("段家荣", "L1 属实"))[0]

    now = await today(community)
    board = draw_board(now.material, now.rules)
    (pair,) = board.pairs
    assert (pair.code, pair.before) == ("L1", "before")
    assert place(pair, now.grids) == "社区里的一处"
    picture, *told = cards([Duty(1, "罗琼", "supervisor")], 1, board, now.grids)
    assert isinstance(picture, KeepAttachment)
    assert told[0].file == picture.id  # type: ignore[attr-defined]
    after = await community.app.store.answer(AttachmentOf(pair.after))
    assert after is not None
    assert after.body != jpeg("green")

    assert "照片不再公开" in (await community.say("老王烧烤", "撤回公示同意"))[0]
    assert not await community.app.store.answer(FitPhotos(0))


async def test_photos_with_a_plate_are_left_out(community: Community) -> None:
    """不属实 右边有车牌 → 不用，本人知道为什么；修复 L1 换照片 → 再看一次，属实才用；用上以后不再收。"""
    await charged(community)
    await community.say("老王烧烤", "修复 L1 已收回店内")
    await community.send_photo("老王烧烤")
    await community.say("老王烧烤", "是")
    await community.say("段家荣", "L1 属实")
    said = await community.say("段家荣", "L1 不属实 右边有车牌")
    assert any("右边有车牌" in line and "修复 L1 换照片" in line for line in said if line.startswith("老王烧烤"))
    assert not await community.app.store.answer(FitPhotos(0))
    assert "新照片" in (await community.say("老王烧烤", "修复 L1 换照片"))[0]
    sent = await community.send_photo("老王烧烤")
    assert "有人看过" in sent[0]
    assert any(line.startswith("段家荣: 【照片检查】L1") for line in sent)
    await community.say("段家荣", "L1 不属实 还是有车牌")
    community.pass_time(minutes=11)
    sent = await community.send_photo("老王烧烤", "修复 L1 换照片")
    assert "有人看过" in sent[0]
    assert any(line.startswith("段家荣: 【照片检查】L1") for line in sent)
    assert not await community.app.store.answer(FitPhotos(0))
    assert "现在不能修复" in (await community.say("老王烧烤", "修复 L1 再换一张"))[0]
    assert "可以用了" in (await community.say("段家荣", "L1 属实"))[0]
    assert set(await community.app.store.answer(FitPhotos(0))) == {"L1"}
    assert "现在不能修复" in (await community.say("老王烧烤", "修复 L1 又换一张"))[0]


async def test_photos_of_somebody_who_left_wait_for_nobody(community: Community) -> None:
    """看照片以前本人注销了 → 回“属实”也不用，不再留在待办里。"""
    await charged(community, name="张三", item="RN09")
    await community.say("张三", "修复 L1 已收回店内")
    await community.send_photo("张三")
    await community.say("张三", "是")
    await community.say("段家荣", "L1 属实")
    await community.say("张三", "注销")
    await community.say("张三", "是")
    assert "已经撤回" in (await community.say("段家荣", "L1 属实"))[0]
    assert "没有等您答复" in (await community.say("段家荣", "待办"))[0]
    assert not await community.app.store.answer(FitPhotos(0))


async def test_who_does_not_want_photos_shown_is_not_asked_again(community: Community) -> None:
    """给邻居看吗？不用 → 照片只给核实的人看，没有照片检查。"""
    await charged(community)
    await community.say("老王烧烤", "修复 L1 已收回店内")
    await community.send_photo("老王烧烤")
    assert "只给核实的人看" in (await community.say("老王烧烤", "不用"))[0]
    assert not any("照片检查" in line for line in await community.say("段家荣", "L1 属实"))


async def test_a_finding_is_photographed_where_it_is_registered(community: Community) -> None:
    """扣分 → 十分钟内的照片附在 L1 上；晚了就不收。"""
    await street(community)
    await passing(community, at(11, 24))
    (receipt,) = await community.say("段家荣", LINE)
    assert receipt.endswith("没有就不用管。")
    assert "已经附在 L1 上" in (await community.send_photo("段家荣"))[0]
    found = await community.app.store.answer(MatterAt("L1"))
    assert found is not None
    kept = await community.app.store.answer(AttachmentOf(str(found.facts["photo"])))
    assert kept is not None
    assert kept.is_picture
