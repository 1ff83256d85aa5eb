"""What people say on WeChat arrives as messages of the house, and answers arrive as WeChat writes them."""

import asyncio
import base64
import hashlib
from datetime import UTC, datetime

import pytest

from domain.attachments import Attachment
from domain.channel import ChannelDown, Outgoing, PictureGone, SendInDoubt, SendRefused
from domain.happenings import SaidByBot
from tests.channels.wechaty.bot_side import Side, running, settings_for
from tests.channels.wechaty.gateway import ANN, BEN, BOT, ROOM, Gateway

pytestmark = pytest.mark.gateway

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


async def test_a_mention_in_a_room(gateway: Gateway, side: Side) -> None:
    told = await gateway.say("我的积分", to=ROOM, mention=[BOT])
    got = await side.message()
    assert (got.channel, got.id, got.scene, got.room) == ("wechaty", told["messageId"], "group", ROOM)
    assert (got.sender, got.sender_name, got.text) == (ANN, "3栋安姐", "我的积分")
    assert got.addressed
    assert not got.mentions_others
    assert (got.quote, got.image, got.kind) == (None, None, "text")
    assert got.at == datetime.fromtimestamp(told["at"] / 1000, UTC)


async def test_who_is_called_in_a_room(gateway: Gateway, side: Side) -> None:
    await gateway.say("大家早", to=ROOM)
    got = await side.message()
    assert not got.addressed
    assert not got.mentions_others
    await gateway.say("@小信 排行榜", to=ROOM)  # from a computer: no ids, an ordinary space
    got = await side.message()
    assert (got.addressed, got.mentions_others, got.text) == (True, False, "排行榜")
    await gateway.say("@小信息 排行榜", to=ROOM)
    got = await side.message()
    assert (got.addressed, got.mentions_others, got.text) == (False, True, "@小信息 排行榜")
    await gateway.say("@所有人\u2005明天停水", to=ROOM, mention=[BOT, ANN], prefix=False)
    got = await side.message()
    assert (got.addressed, got.mentions_others) == (False, True)
    await gateway.say("@所有人 明天停水", to=ROOM, mention=[BOT, BEN], prefix=False)
    assert not (await side.message()).addressed
    await gateway.say("@所有人\u2005@小信\u2005排行榜", to=ROOM, mention=[BOT, ANN], prefix=False)
    assert (await side.message()).addressed
    await gateway.say("明天停水", to=ROOM, mention=[BOT, ANN], prefix=False)  # all ids, as PadLocal fills them
    assert not (await side.message()).addressed
    await gateway.say("你们俩说说", to=ROOM, mention=[BOT, BEN])
    got = await side.message()
    assert (got.addressed, got.mentions_others, got.text) == (True, True, "@本\u2005你们俩说说")


async def test_a_private_message(gateway: Gateway, side: Side) -> None:
    await gateway.say("查积分", timestamp=1_790_000_000)  # some puppets count in seconds
    got = await side.message()
    assert (got.scene, got.room, got.sender, got.sender_name) == ("private", "", ANN, "安")
    assert (got.text, got.addressed) == ("查积分", True)
    assert got.at == datetime.fromtimestamp(1_790_000_000, UTC)


async def test_quotes(gateway: Gateway, side: Side) -> None:
    await gateway.do("quote", **{"from": ANN, "to": ROOM}, quotedName="小信", quotedText="回执号1234", text="同意")
    got = await side.message()
    assert got.quote
    assert (got.quote.text, got.quote.of_bot, got.text, got.addressed) == ("回执号1234", True, "同意", True)
    await gateway.do(
        "quote",
        **{"from": ANN, "to": ROOM},
        quotedName="本",
        quotedText="「安：早」\n- - - - - - - - - -\n晚",
        text="嗯",
    )
    got = await side.message()
    assert got.quote
    assert (got.quote.text, got.quote.of_bot) == ("「安：早」\n- - - - - - - - - -\n晚", False)
    assert (got.text, got.addressed) == ("嗯", False)


@pytest.mark.parametrize("size", [0, 300_000])
async def test_a_picture_is_loaded_when_asked_for(gateway: Gateway, side: Side, size: int) -> None:
    told = await gateway.do("image", **{"from": ANN, "to": ROOM}, name="图.png", size=size)
    got = await side.message()
    assert (got.kind, got.text) == ("image", "")
    assert "messageFile" not in (await gateway.state())["calls"]
    assert got.image
    data = await got.image()
    assert hashlib.sha256(data).hexdigest() == told["sha256"]
    assert await got.image() == data


@pytest.mark.parametrize("size", [0, 300_000])
async def test_a_picture_is_loaded_after_a_reconnection(gateway: Gateway, side: Side, size: int) -> None:
    told = await gateway.do("image", **{"from": ANN}, size=size)
    got = await side.message()
    await gateway.do("net/drop")
    await side.offline()
    assert got.image
    assert hashlib.sha256(await got.image()).hexdigest() == told["sha256"]


async def test_a_picture_that_is_gone(gateway: Gateway, side: Side) -> None:
    await gateway.do("image", **{"from": ANN})
    got = await side.message()
    await gateway.do("fault", method="messageFile", times=9, message="file expired\n  at stack")
    assert got.image
    with pytest.raises(PictureGone, match=r"file expired$"):
        await got.image()


async def test_other_kinds_do_no_harm(gateway: Gateway, side: Side) -> None:
    for wire_type, kind in ((2, "voice"), (14, "other"), (16, "other"), (99, "other")):
        await gateway.do("message", **{"from": ANN}, payload={"type": wire_type, "text": "<xml/>"})
        got = await side.message()
        assert (got.kind, got.text) == (kind, "")


async def test_a_message_told_twice_comes_once(gateway: Gateway, side: Side) -> None:
    told = await gateway.say("重复")
    await gateway.do("redeliver", messageId=told["messageId"])
    await gateway.say("下一条")
    assert [(await side.message()).text for _ in range(2)] == ["重复", "下一条"]


async def test_a_burst_keeps_its_order_through_a_failing_and_a_slow_call(gateway: Gateway, side: Side) -> None:
    await gateway.do("fault", method="messagePayload", delayMs=300, message="passing trouble")
    await gateway.do("say/many", **{"from": ANN, "to": ROOM}, text="第", count=60)
    assert [(await side.message()).text for _ in range(60)] == [f"第 {n}" for n in range(60)]


async def test_one_question_a_message_once_names_are_known(gateway: Gateway, side: Side) -> None:
    await gateway.say("一", to=ROOM, mention=[BOT])
    await side.message()
    await gateway.do("clear")
    await gateway.say("二", to=ROOM, mention=[BOT])
    await side.message()
    calls = (await gateway.state())["calls"]
    assert calls["messagePayload"] == 1
    assert "roomMemberPayload" not in calls


async def test_names_are_asked_again_when_they_changed(gateway: Gateway, side: Side) -> None:
    room = (await gateway.do("room/create", topic="四网格", memberIds=[BOT, ANN]))["id"]
    await gateway.say("一", to=room)
    assert (await side.message()).sender_name == "安"
    await gateway.do("room/alias", roomId=room, id=ANN, alias="4栋安姐")
    await gateway.do("emit", event="dirty", payload={"payloadType": 4, "payloadId": room})
    await gateway.say("二", to=room)
    assert (await side.message()).sender_name == "4栋安姐"


async def test_own_words_are_not_heard() -> None:
    with Gateway("--echo-self") as gateway:
        async with running(settings_for(gateway)) as side:
            room_id = await side.channel.send(Outgoing(ROOM, "group", "本月排行榜"))
            assert await side.happening() == SaidByBot(ROOM, room_id, "本月排行榜")
            private_id = await side.channel.send(Outgoing(ANN, "private", "回执"))
            assert await side.happening() == SaidByBot(ANN, private_id, "回执")
            await gateway.say("收到", to=ROOM)
            assert (await side.message()).text == "收到"
            assert (await gateway.state())["calls"]["messagePayload"] >= 2


async def test_text_with_a_mention_and_a_quote(gateway: Gateway, side: Side) -> None:
    outgoing = Outgoing(ROOM, "group", "您有 96 分", mentions=((ANN, "3栋安姐"),), quote="我的积分")
    message_id = await side.channel.send(outgoing)
    (entry,) = await gateway.sent()
    assert (entry["id"], entry["conversationId"], entry["mentionIdList"]) == (message_id, ROOM, [ANN])
    assert entry["text"] == "「3栋安姐：我的积分」\n- - - - - - - - - - - - - - -\n@3栋安姐\u2005您有 96 分"


@pytest.mark.parametrize("size", [0, 20 * 1024 - len(PNG), 5_000_000])
async def test_text_and_a_picture_out(gateway: Gateway, side: Side, size: int) -> None:
    picture = PNG + bytes(size)
    await side.channel.send(Outgoing(ANN, "private", "证书", image=picture, image_name="证书.png"))
    text, image = await gateway.sent(2)
    assert (text["kind"], text["conversationId"], text["text"]) == ("text", ANN, "证书")
    assert (image["kind"], image["conversationId"], image["name"]) == ("image", ANN, "证书.png")
    assert image["sha256"] == hashlib.sha256(picture).hexdigest()


async def test_text_and_a_document_out(gateway: Gateway, side: Side) -> None:
    document = Attachment("公示名单.xlsx", b"PK" + bytes(30_000))
    await side.channel.send(Outgoing(ROOM, "group", "请看附件", file=document))
    text, sheet = await gateway.sent(2)
    assert (text["kind"], text["text"]) == ("text", "请看附件")
    assert (sheet["conversationId"], sheet["name"]) == (ROOM, "公示名单.xlsx")
    assert sheet["sha256"] == hashlib.sha256(document.body).hexdigest()


async def test_how_sending_can_end(gateway: Gateway, side: Side) -> None:
    with pytest.raises(SendRefused, match="no such conversation"):
        await side.channel.send(Outgoing("nobody@chatroom", "group", "在吗"))
    await gateway.do("fault", method="messageSendText", message="not logged in, cannot send\n  at stack")
    with pytest.raises(ChannelDown, match=r"not logged in, cannot send$"):
        await side.channel.send(Outgoing(ROOM, "group", "在吗"))
    await gateway.do("fault", method="messageSendText", message="request timeout")
    with pytest.raises(SendInDoubt):
        await side.channel.send(Outgoing(ROOM, "group", "在吗"))
    await gateway.do("fault", method="messageSendFile", message="no such thing")
    with pytest.raises(SendInDoubt, match="the text went out"):
        await side.channel.send(Outgoing(ROOM, "group", "在吗", image=PNG))
    with pytest.raises(SendRefused, match="nothing to say"):
        await side.channel.send(Outgoing(ROOM, "group", ""))


async def test_a_connection_cut_while_sending_leaves_a_doubt(gateway: Gateway, side: Side) -> None:
    await gateway.do("fault", method="messageSendText", delayMs=1000)
    sending = asyncio.create_task(side.channel.send(Outgoing(ROOM, "group", "在吗")))
    await asyncio.sleep(0.3)
    await gateway.do("net/drop")
    with pytest.raises(SendInDoubt):
        await sending
