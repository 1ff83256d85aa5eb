"""Pictures sent to the simulator are made anew, kept, shown and handed to the bot when it asks."""

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from bot.channels.simulator.channel import SimulatorChannel, Typed
from bot.channels.simulator.people import People, Person
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Timeline
from domain.channel import PictureGone
from domain.message import Message
from tests.web.conftest import START, Caller


def _picture(kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (30, 20), (10, 120, 40)).save(file, kind)
    return file.getvalue()


def _encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
async def test_a_picture_is_made_anew_and_served(caller: Caller, kind: str) -> None:
    person = await caller.enter("李桂芬")
    await caller.say(person, "", "group", image=_encoded(_picture(kind) + b"CANARY"))
    shown = (await caller.get("/api/messages"))["messages"][0]
    assert shown["text"] == "[图片]"
    assert shown["image"].startswith("/pictures/")
    async with caller.session.get(shown["image"]) as answer:
        assert (answer.status, answer.content_type) == (200, "image/jpeg")
        raw = await answer.read()
    assert b"CANARY" not in raw
    assert Image.open(io.BytesIO(raw)).size == (30, 20)


async def test_a_picture_may_have_words(caller: Caller) -> None:
    person = await caller.enter("李桂芬")
    await caller.say(person, "在吗", image=_encoded(_picture()))
    messages = (await caller.get("/api/messages"))["messages"]
    assert messages[0]["text"] == "在吗"
    assert len(messages) > 1


@pytest.mark.parametrize("image", ["???", "aGVsbG8", _encoded(b"<svg/>"), _encoded(_picture()[:40]), "图片"])
async def test_what_is_no_picture_is_refused_and_not_said(caller: Caller, image: str) -> None:
    person = await caller.enter("李桂芬")
    status, answer = await caller.post("/api/messages", **{"from": person, "scene": "private", "image": image})
    assert (status, list(answer)) == (400, ["error"])
    assert (await caller.get("/api/messages"))["messages"] == []


async def test_the_bot_may_ask_for_the_picture(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path)
    channel = SimulatorChannel(People(tmp_path), Timeline(tmp_path), "网格小信", lambda: START, pictures)
    heard: list[Message] = []
    channel.listen(heard.append)
    path = pictures.keep(b"pixels")
    channel.say(Person("p1", "李桂芬", "resident", "二网格"), Typed("", image=path))
    assert (heard[0].kind, heard[0].text) == ("image", "")
    assert heard[0].image is not None
    assert await heard[0].image() == b"pixels"
    file = pictures.file(path.rpartition("/")[2])
    assert file is not None
    file.unlink()
    with pytest.raises(PictureGone):
        await heard[0].image()
