"""What is said to the robot and by it: groups, quotes, voices, pictures, and buttons."""

import asyncio
import base64

import pytest

from bot.channels.wecom_aibot.channel import AibotChannel
from domain.attachments import Attachment
from domain.channel import Outgoing, PictureGone, SendRefused
from domain.decision import Card
from tests.channels.wecom import GROUP, WAIT, Side, WeCom

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 5


async def test_a_group_is_answered(wecom: WeCom, side: Side) -> None:
    """
    群里 网格员：@机器人 加分 张三 5
    机器人：（同一个群里）已登记
    """
    await wecom.do("inject", userid="wangmei", chatid=GROUP, text="加分 张三 5")
    said = await side.message()
    assert (said.scene, said.room, said.sender, said.text) == ("group", GROUP, "wangmei", "加分 张三 5")
    assert said.addressed
    assert said.kind == "text"
    await side.channel.send(Outgoing(GROUP, "group", "已登记 L1", (("wangmei", "王梅"),)))
    (sent,) = await wecom.sent()
    assert (sent["chat"], sent["chattype"], sent["content"]["content"]) == (GROUP, "group", "@王梅 已登记 L1")
    (frame,) = await wecom.see("frames?cmd=aibot_send_msg")
    assert frame["frame"]["body"]["chat_type"] == 2


async def test_a_quoting_reply_brings_the_card_along(wecom: WeCom, side: Side) -> None:
    await wecom.do("inject", userid="wangmei", chatid=GROUP, text="属实", quote="【申报】D12\n张三 捡垃圾")
    said = await side.message()
    assert said.quote
    assert (said.text, said.quote.text, said.quote.of_bot) == ("属实", "【申报】D12\n张三 捡垃圾", True)


async def test_a_button_is_a_quoting_reply(wecom: WeCom, side: Side) -> None:
    """
    机器人：【申报】D12（按钮：属实、不属实）
    网格员：点“不属实”
    """
    await wecom.do("inject", userid="wangmei", text="开始")
    await side.message()
    card = Card("【申报】D12", ("张三 捡垃圾",), ("属实", "不属实 原因"))
    await side.channel.send(Outgoing("wangmei", "private", card.as_text(), card=card))
    (sent,) = await wecom.sent()
    assert sent["msgtype"] == "template_card"
    assert [button["text"] for button in sent["content"]["button_list"]] == ["属实", "不属实"]
    assert "回复：属实 / 不属实 原因" in sent["content"]["sub_title_text"]
    press = {"card_type": "button_interaction", "event_key": sent["content"]["button_list"][1]["key"], "task_id": "x"}
    await wecom.do("event", eventtype="template_card_event", userid="wangmei", template_card_event=press)
    said = await side.message()
    assert said.quote
    assert (said.text, said.sender, said.quote.text) == ("不属实", "wangmei", card.as_text())


async def test_a_card_without_room_is_all_words(wecom: WeCom, side: Side) -> None:
    await wecom.do("inject", userid="wangmei", text="开始")
    card = Card("【月结】十一月", tuple(f"第{n}条 张三 遛狗不牵绳" for n in range(30)), ("同意", "反对"))
    await side.channel.send(Outgoing("wangmei", "private", card.as_text(), card=card))
    (sent,) = await wecom.sent()
    assert (sent["msgtype"], sent["content"]["content"]) == ("markdown", card.as_text())


async def test_a_voice_comes_as_words(wecom: WeCom, side: Side) -> None:
    await wecom.do("inject", userid="wangmei", msgtype="voice", text="今日")
    assert (await side.message()).text == "今日"
    await wecom.do("inject", userid="wangmei", msgtype="voice", text="")
    assert (await side.message()).kind == "voice"


async def test_pictures_are_decrypted_when_looked_at(wecom: WeCom, side: Side) -> None:
    await wecom.do("inject", userid="wangmei", image_b64=base64.b64encode(PNG).decode())
    said = await side.message()
    assert said.kind == "image"
    assert said.image
    assert await said.image() == PNG
    await wecom.do("inject", userid="wangmei", chatid=GROUP, msgtype="mixed", text="整改好了", image_b64="AAAA")
    mixed = await side.message()
    assert (mixed.kind, mixed.text, mixed.image is not None) == ("text", "整改好了", True)
    await wecom.pass_time(301)
    with pytest.raises(PictureGone):
        await said.image()


async def test_a_video_is_never_fetched(wecom: WeCom, side: Side) -> None:
    await wecom.do("inject", userid="wangmei", msgtype="video")
    said = await side.message()
    assert (said.kind, said.image) == ("other", None)


async def test_pictures_and_documents_go_out_and_are_uploaded_once(wecom: WeCom, side: Side) -> None:
    await wecom.do("inject", userid="wangmei", text="开始")
    for _ in range(2):
        await side.channel.send(Outgoing("wangmei", "private", "红黑榜", image=PNG, image_name="榜.png"))
    document = Attachment("证书.pdf", b"%PDF" + bytes(600_000))
    await side.channel.send(Outgoing("wangmei", "private", "证书", file=document))
    assert [one["msgtype"] for one in await wecom.sent()] == [*["markdown", "image"] * 2, "markdown", "file"]
    assert len(await wecom.see("frames?cmd=aibot_upload_media_init")) == 2
    assert len(await wecom.see("frames?cmd=aibot_upload_media_chunk")) == 3


async def test_nobody_can_hide_a_link_or_call_everybody(wecom: WeCom, side: Side) -> None:
    await wecom.do("inject", userid="wangmei", text="开始")
    await side.channel.send(Outgoing("wangmei", "private", "# 张三\n[领奖](http://x.example) <font color=red>"))
    (sent,) = await wecom.sent()
    assert sent["content"]["content"] == "＃ 张三\n[领奖] (http://x.example) ＜font color=red>"


async def test_who_enters_is_greeted(wecom: WeCom, side: Side) -> None:
    await wecom.do("event", eventtype="enter_chat", userid="wangmei")
    async with asyncio.timeout(WAIT):
        while not (sent := await wecom.sent()):
            await asyncio.sleep(0.01)
    assert (sent[0]["via"], "帮助" in sent[0]["content"]["content"]) == ("welcome", True)


async def test_a_chat_that_never_spoke_is_refused(side: Side) -> None:
    with pytest.raises(SendRefused):
        await side.channel.send(Outgoing("nobody", "private", "您好"))


@pytest.mark.parametrize(
    "odd",
    [
        {"quote": {"msgtype": "text", "text": 5}},
        {"quote": {"msgtype": "mixed", "mixed": {"msg_item": [1, {"msgtype": "text"}]}}},
        {"msgtype": "location"},
        {"userid": ""},
    ],
)
async def test_odd_frames_do_no_harm(wecom: WeCom, side: Side, odd: dict[str, object]) -> None:
    await wecom.do("inject", **{"userid": "wangmei", "text": "一", **odd})
    await wecom.do("inject", userid="wangmei", text="二", msgid="last")
    while (await side.message()).id != "last":
        continue
    assert side.channel.status().state == "online"


async def test_whom_the_platform_refuses_is_a_stranger_until_he_writes(wecom: WeCom, side: Side) -> None:
    """没跟机器人单聊过的人，平台不让先开口 → 群里告诉他怎么私聊；他单聊过一句，就够得着了。"""
    channel = side.channel
    assert isinstance(channel, AibotChannel)
    assert await channel.knows("newcomer") is None
    with pytest.raises(SendRefused):
        await channel.send(Outgoing("newcomer", "private", "您好"))
    assert await channel.knows("newcomer") is False
    assert not await channel.knows("newcomer")
    await wecom.do("inject", userid="newcomer", chatid="wrStaff", text="今日")
    await side.message()
    assert not await channel.knows("newcomer")
    await wecom.do("inject", userid="newcomer", text="开始")
    await side.message()
    assert await channel.knows("newcomer")
    await channel.send(Outgoing("newcomer", "private", "您好"))
