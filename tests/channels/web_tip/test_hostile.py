"""Whatever is sent to the page, it answers with a sentence or a bare status, and never breaks."""

import asyncio
import contextlib
import io
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import count

import pytest
from aiohttp import ClientSession

from bot.channels.web_tip import visits
from bot.channels.web_tip.channel import WebTipChannel
from bot.channels.web_tip.page import HEADERS
from bot.channels.web_tip.settings import Settings
from bot.clock import SetClock
from domain.channel import Outgoing
from domain.message import Message
from tests.conversations.conftest import START

LINE = "x7"
FIELDS = {"act": "补充", "receipt": "3847 1029 5561 0923", "text": "昨晚又充了", "photo": "\x89PNG"}
HEAD = f"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary={LINE}\r\n"


def form(fields: dict[str, str]) -> bytes:
    parts = (
        f'--{LINE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    )
    return ("".join(parts) + f"--{LINE}--\r\n").encode()


@dataclass
class Door:
    """The page alone; whatever reaches the bot is answered with 好."""

    session: ClientSession
    port: int
    heard: list[Message]

    async def post(self, body: bytes, **headers: str) -> int:
        kind = {"Content-Type": f"multipart/form-data; boundary={LINE}", **headers}
        async with self.session.post(f"http://127.0.0.1:{self.port}/", data=io.BytesIO(body), headers=kind) as answer:
            await answer.read()
            return answer.status

    async def raw(self, text: bytes, seconds: float = 5.0) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(text)
            return await asyncio.wait_for(reader.read(), seconds)
        finally:
            writer.close()


@pytest.fixture
async def door(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Door]:
    """A page with patience, since the machine may be busy; a test that dawdles asks for less."""
    monkeypatch.setattr(visits, "_MORE_SECONDS", 0.001)
    monkeypatch.setattr(visits, "_CALLS_A_MINUTE", 10**9)
    clock, numbers, heard = SetClock(START, still=True), count(1), list[Message]()
    settings, seconds = Settings("https://x.example", port=0), getattr(request, "param", 5.0)
    channel = WebTipChannel(settings, "page", clock.now, lambda: str(next(numbers)), seconds)
    answering: set[asyncio.Task[str]] = set()

    def receive(message: Message) -> None:
        heard.append(message)
        answering.add(asyncio.ensure_future(channel.send(Outgoing(message.sender, "private", "好"))))

    running = asyncio.create_task(channel.run(receive))
    while channel.status().state != "online":
        await asyncio.sleep(0.01)
    async with ClientSession() as session:
        yield Door(session, channel.port, heard)
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def test_the_page_needs_nothing_and_allows_nothing(door: Door) -> None:
    """没有 Cookie、脚本、外链；别的路径一律 404，别的方法一律 405。"""
    url = f"http://127.0.0.1:{door.port}"
    async with door.session.get(url) as answer:
        page = await answer.text()
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert "Set-Cookie" not in answer.headers
    assert not [word for word in ("<script", "http://", "https://", "onclick", "url(", "@import") if word in page]
    for path in ("/desk", "/api/state", "/favicon.ico", "/static/..%2f..%2fconfig.toml", "/index.html", "//"):
        async with door.session.get(f"{url}{path}") as answer:
            assert (answer.status, await answer.read()) == (404, b"")
    for method in ("PUT", "DELETE", "OPTIONS", "PATCH", "HEAD"):
        async with door.session.request(method, url) as answer:
            assert (answer.status, await answer.read()) == (405, b"")


async def test_packed_and_large_ones_are_shown_out(door: Door) -> None:
    """Lines H009, H010 and H012 of the catalogue."""
    assert await door.post(form(FIELDS), **{"Content-Encoding": "gzip"}) == 415
    assert await door.post(form({**FIELDS, "photo": "x" * (10 * 1024 * 1024 + 1)})) == 400
    assert await door.post(form({**FIELDS, "text": "x" * 30_000})) == 400
    two = f"{HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    assert (await door.raw(two.encode())).startswith(b"HTTP/1.0 400")
    many = "".join(f"X-{number}: 1\r\n" for number in range(200))
    assert b" 400 " in (await door.raw(f"GET / HTTP/1.1\r\nHost: x\r\n{many}\r\n".encode()))[:40]
    assert not door.heard


@pytest.mark.parametrize("door", [0.3], indirect=True)
async def test_whoever_dawdles_is_shown_out(door: Door) -> None:
    assert await door.raw(b"") == b""
    assert await door.raw(HEAD.encode()) == b""
    assert not door.heard


async def test_a_form_without_its_parts_is_no_form(door: Door) -> None:
    for body in (b"", b"--x7--", b"--x7", b"\x00" * 100, form({"act": "注销"}), form({"act": "举报 "}), form({})):
        assert await door.post(body) == 400
    assert await door.post(b"act=1", **{"Content-Type": "application/x-www-form-urlencoded"}) == 400
    assert await door.post(form({f"f{number}": "1" for number in range(50)})) == 400
    assert not door.heard


async def test_a_stranger_says_only_what_the_page_offers(door: Door) -> None:
    """隐藏栏里乱填访问号、口令，都到不了机器人。"""
    assert await door.post(form({"act": "查积分", "visit": "visitor:1"})) == 400
    assert await door.post(form({"act": "是", "visit": "visitor:99"})) == 410
    assert await door.post(form({"act": "是", "visit": "p1"})) == 410
    assert not door.heard


async def test_mutated_forms_never_break_it(door: Door, request: pytest.FixtureRequest) -> None:
    dice, good = random.Random("forms"), form(FIELDS)
    for _ in range(int(request.config.getoption("--callbacks"))):
        spot, piece = dice.randrange(len(good) + 1), dice.randbytes(dice.randrange(1, 9))
        bodies = (
            good[:spot] + piece + good[spot:],
            good[:spot] + piece + good[spot + len(piece) :],
            good[:spot],
            good[:spot] + good[spot : spot + 40] * dice.randrange(2, 30) + good[spot:],
        )
        assert await door.post(dice.choice(bodies)) in {200, 400, 410, 413}
    allowed = ("补充 ", "匿名举报 ", "举报进度 ", "谁看过 ", "领取奖励 ")
    assert not [message.text for message in door.heard if not message.text.startswith(allowed)]
