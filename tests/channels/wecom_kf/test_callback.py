"""Who may ring the bell: the platform, once each, and nobody else; whatever comes, nothing breaks."""

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession

from bot.channels.wecom_kf.callback import Gate
from bot.channels.wecom_kf.receiver import PATH, Receiver
from tests.channels.wecom_kf.callbacks import ACCOUNT, NOON, SEAL, Call, call, event, pack


@dataclass
class Door:
    """The receiver, listening, and somebody who calls it."""

    receiver: Receiver
    session: ClientSession
    port: int

    async def post(self, one: Call, body: bytes | None = None, **more: Any) -> int:
        return await self.send("POST", one.query, one.body if body is None else body, **more)

    async def send(self, method: str, query: dict[str, str], body: bytes | None, **more: Any) -> int:
        url = f"http://127.0.0.1:{self.port}{PATH}"
        async with self.session.request(method, url, params=query, data=body, **more) as answer:
            assert not await answer.read() or answer.status in {200, 400}
            return answer.status

    async def raw(self, text: bytes, seconds: float = 5.0) -> bytes:
        """What comes back for these bytes, until the connection is closed."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(text)
            return await asyncio.wait_for(reader.read(), seconds)
        finally:
            writer.close()

    @property
    def rung(self) -> int:
        return self.receiver.rings.qsize()


@pytest_asyncio.fixture
async def door(request: pytest.FixtureRequest) -> AsyncIterator[Door]:
    """A receiver with patience, since the machine may be busy; a test that dawdles asks for less."""
    receiver = Receiver(Gate(SEAL, lambda: NOON), ACCOUNT, seconds=getattr(request, "param", 5.0))
    async with receiver.listening("127.0.0.1", 0) as port, ClientSession() as session:
        yield Door(receiver, session, port)


async def test_the_console_asks_and_the_bell_rings(door: Door) -> None:
    echo = pack("1616140317555161061")
    asked = Call(echo, str(int(NOON.timestamp())))
    url = f"http://127.0.0.1:{door.port}{PATH}"
    async with door.session.get(url, params={**asked.query, "echostr": echo}) as answer:
        assert (answer.status, await answer.read()) == (200, b"1616140317555161061")
    assert await door.post(call()) == 200
    ring = door.receiver.rings.get_nowait()
    assert (ring.account, ring.token) == (ACCOUNT, "ENC1")


@pytest.mark.parametrize(
    "forged",
    [
        call(late=600),
        call(late=-600),
        call(receiver="wwsomebodyelse"),
        call(event(corp="wwsomebodyelse")),
        call().changed(signature="0" * 40),
        call().changed(signature="签" * 40),
        call().changed(stamp="9" * 30),
        call().changed(stamp="-1"),
        call().changed(stamp="١٧"),
        call().changed(nonce="9" * 500),
        call("no xml"),
        call('<!DOCTYPE x [<!ENTITY e "e">]><xml>&e;</xml>'),
        Call("", str(int(NOON.timestamp()))),
        Call("AAAA", str(int(NOON.timestamp()))),
    ],
)
async def test_forgeries_get_the_same_short_no(door: Door, forged: Call) -> None:
    """Lines H002 and H005 of the catalogue."""
    assert await door.post(forged) == 403
    assert door.rung == 0


async def test_a_signature_over_other_parts_does_not_fit(door: Door) -> None:
    good = call()
    for part in ({"nonce": "78"}, {"stamp": str(int(NOON.timestamp()) - 1)}, {"sealed": pack(event("ENC2"))}):
        assert await door.post(good.changed(signature=good.query["msg_signature"], **part)) == 403
    assert door.rung == 0


async def test_a_repeated_callback_rings_once(door: Door) -> None:
    """Line H004: the same again, three at a time."""
    assert await asyncio.gather(*(door.post(call()) for _ in range(3))) == [200, 200, 200]
    assert door.rung == 1


@pytest.mark.parametrize(
    "body",
    [
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]><xml><Encrypt>&e;</Encrypt></xml>',
        b"<!DOCTYPE xml><xml><Encrypt>x</Encrypt></xml>",
        b"",
        b"\xff\xfe",
        b"<xml>",
        b'<?xml version="1.0" encoding="no-such"?><xml/>',
        b"<xml>" * 3000,
    ],
)
async def test_what_is_no_message_is_400(door: Door, body: bytes) -> None:
    """Line H007 of the catalogue: no DTD, and nothing that is no XML."""
    assert await door.post(call(), body) == 400
    assert door.rung == 0


async def test_packed_and_large_bodies_are_not_read(door: Door) -> None:
    """Lines H009 and H010 of the catalogue."""
    for packing in ("gzip", "deflate", "br"):
        assert await door.post(call(), b"\x1f\x8b", headers={"Content-Encoding": packing}) == 415
    assert await door.post(call(), b"<xml>" + b"x" * 65_536) == 413
    assert door.rung == 0


async def test_two_lengths_are_refused_and_the_line_is_closed(door: Door) -> None:
    """Line H012 of the catalogue."""
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert (await door.raw(head.encode() + b"0\r\n\r\n")).startswith(b"HTTP/1.0 400")


@pytest.mark.parametrize("door", [0.3], indirect=True)
async def test_whoever_is_slow_is_shown_out(door: Door) -> None:
    head = f"POST {PATH}?a=1 HTTP/1.1\r\nHost: x\r\n"
    assert await door.raw(b"") == b""
    assert await door.raw(head.encode()) == b""
    assert (await door.raw(f"{head}Content-Length: 50\r\n\r\n<xml>".encode())).startswith(b"HTTP/1.1 408")


async def test_a_full_queue_asks_to_come_again(door: Door) -> None:
    now = str(int(NOON.timestamp()))
    for number in range(door.receiver.rings.maxsize):
        assert await door.post(Call(pack(event()), now, f"n{number}")) == 200
    assert await door.post(call()) == 503
    door.receiver.rings.get_nowait()
    assert await door.post(call()) == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"])
async def test_other_methods_are_not_known(door: Door, method: str) -> None:
    assert await door.send(method, call().query, None) == 405


async def test_another_account_does_not_ring(door: Door) -> None:
    assert await door.post(call(event().replace(ACCOUNT, "wkother"))) == 200
    assert await door.post(call(event(name="change_contact"))) == 200
    assert door.rung == 0


def _mutated(dice: random.Random, raw: bytes) -> bytes:
    spot = dice.randrange(len(raw) + 1)
    piece = dice.randbytes(dice.randrange(1, 9))
    kind = dice.randrange(4)
    if kind == 0:
        return raw[:spot] + piece + raw[spot:]
    if kind == 1:
        return raw[:spot] + piece + raw[spot + len(piece) :]
    if kind == 2:
        return raw[:spot]
    return raw[:spot] + raw[spot : spot + 40] * dice.randrange(2, 30) + raw[spot:]


def _mutated_query(dice: random.Random, query: dict[str, str]) -> dict[str, str]:
    if dice.random() < 0.5:
        return query
    name = dice.choice(list(query))
    rest = {key: value for key, value in query.items() if key != name}
    value = _mutated(dice, query[name].encode()).decode("utf-8", "replace")
    return rest if dice.random() < 0.2 else {**rest, name: value}


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_mutated_callbacks_never_break_it(door: Door, method: str, request: pytest.FixtureRequest) -> None:
    dice = random.Random(f"callbacks {method}")
    good, refused = call(), 0
    times = int(request.config.getoption("--callbacks"))
    for _ in range(times):
        query = good.query if method == "POST" else {**good.query, "echostr": good.sealed}
        body = _mutated(dice, good.body) if method == "POST" else None
        if method == "POST" and dice.random() < 0.5:  # a genuine signature over what cannot be opened
            junk = Call(_mutated(dice, good.sealed.encode()).decode("utf-8", "replace"), good.stamp)
            query, body = junk.query, junk.body
        status = await door.send(method, _mutated_query(dice, query), body)
        assert status in {200, 400, 403, 413}
        refused += status != 200
    assert door.rung <= 1
    assert refused > times / 4


async def test_while_nothing_can_be_kept_the_platform_has_to_ring_again() -> None:
    """磁盘满了：回 503，平台再敲一次；腾出空间后同一声铃照收。"""
    writable = False
    receiver = Receiver(Gate(SEAL, lambda: NOON), ACCOUNT, is_writable=lambda: writable)
    async with receiver.listening("127.0.0.1", 0) as port, ClientSession() as session:
        door, ring = Door(receiver, session, port), call(event())
        assert (await door.post(ring), door.rung) == (503, 0)
        writable = True
        assert (await door.post(ring), door.rung) == (200, 1)
