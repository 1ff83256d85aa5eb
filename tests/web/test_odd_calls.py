"""Foreign callers are turned away, and no call is so odd that it goes without a kind sentence."""

import io
import re
from itertools import product
from typing import Any

import pytest
from aiohttp import WSServerHandshakeError

from bot.web.headers import HEADERS
from tests.web.conftest import Caller

ODD: list[Any] = [None, True, 7, -1.5, 10**400, [], ["a"], {}, {"a": 1}, "", " ", "\0", "\ud800", "无" * 200, "💥"]
PERSON = {"name": "李桂芬", "role": "resident", "grid": "二网格", "address": "6栋1单元302", "kind": "resident"}


def _assert_sentence(status: int, answer: Any, allowed: set[int]) -> None:
    assert status in allowed, (status, answer)
    assert re.search("[\u4e00-\u9fff]", answer["error"]), answer


@pytest.mark.parametrize(
    "host", ["example.com", "127.0.0.1", "127.0.0.1:1", "localhost.example.com:{port}", "0.0.0.0:{port}"]
)
async def test_a_foreign_name_is_turned_away(caller: Caller, host: str) -> None:
    for path in ("/", "/api/state", "/style.css"):
        status, answer = await caller.ask("GET", path, headers={"Host": host.format(port=caller.port)})
        _assert_sentence(status, answer, {403})


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}", "LOCALHOST:{port}"])
async def test_our_own_names_are_let_in(caller: Caller, host: str) -> None:
    own = host.format(port=caller.port)
    await caller.get("/api/state", headers={"Host": own, "Origin": f"http://{own.lower()}"})


@pytest.mark.parametrize("origin", ["http://example.com", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"])
async def test_pages_of_other_sites_are_turned_away(caller: Caller, origin: str) -> None:
    foreign = {"Origin": origin.format(port=caller.port)}
    _assert_sentence(*await caller.ask("POST", "/api/people", json=PERSON, headers=foreign), {403})
    with pytest.raises(WSServerHandshakeError, match="403"):
        await caller.session.ws_connect("/api/stream", headers=foreign)
    assert (await caller.get("/api/state"))["people"] == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/style.css", 200),
        ("GET", "/js/main.js", 200),
        ("GET", "/api/state", 200),
        ("GET", "/api/nothing", 404),
        ("GET", "/nothing", 404),
        ("GET", "/%00", 404),
        ("GET", "/..%2f..%2fheaders.py", 404),
        ("GET", "/pictures/..%2fpeople.jsonl", 404),
        ("GET", "/api/people", 405),
        ("DELETE", "/api/messages", 405),
        ("GET", "/api/stream", 400),
        ("POST", "/api/people", 400),
    ],
)
async def test_every_answer_carries_the_headers(caller: Caller, method: str, path: str, status: int) -> None:
    async with caller.session.request(method, f"http://127.0.0.1:{caller.port}{path}") as answer:
        assert answer.status == status
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        if status != 200:
            _assert_sentence(answer.status, await answer.json(), {answer.status})


@pytest.mark.parametrize(
    "raw",
    [b"", b"[]", b"null", b'"x"', b"{", b"\xff\xfe", b"[" * 100_000, b'{"a":' * 50_000, b"9" * 5_000, b"\x1f\x8b\x08"],
)
async def test_what_is_no_json_object_is_refused(caller: Caller, raw: bytes) -> None:
    for path, packing in product(("/api/people", "/api/messages", "/api/clock"), ({}, {"Content-Encoding": "gzip"})):
        headers = {"Content-Type": "application/json; charset=nothing", **packing}
        _assert_sentence(*await caller.ask("POST", path, data=raw, headers=headers), {400})


async def test_a_name_that_shows_as_nothing_is_none(caller: Caller) -> None:
    """A nickname may be blank, the register's name not."""
    for name in ("\u200b", " \u3164\u200f"):
        _assert_sentence(*await caller.post("/api/people", **{**PERSON, "name": name}), {400})
    named = {**PERSON, "name": "\u3164\u200b", "real_name": "李桂芬"}
    assert (await caller.post("/api/people", **named))[0] == 201


async def test_too_large_a_body_is_refused(caller: Caller) -> None:
    status, answer = await caller.ask("POST", "/api/messages", data=io.BytesIO(bytes(15 * 1024 * 1024 + 1)))
    _assert_sentence(status, answer, {413})


@pytest.mark.parametrize("field", [*PERSON, "real_name", "phone", "skills", "bound"])
async def test_no_odd_newcomer_breaks_anything(caller: Caller, field: str) -> None:
    for value in ODD:
        status, answer = await caller.post("/api/people", **{**PERSON, field: value})
        if status != 201:
            _assert_sentence(status, answer, {400, 409})
    await caller.get("/api/state")


@pytest.mark.parametrize("field", ["from", "scene", "grid", "text", "image", "quote", "message_id"])
async def test_no_odd_message_breaks_anything(caller: Caller, field: str) -> None:
    body = {"from": await caller.enter("李桂芬"), "scene": "group", "grid": "二网格", "text": "大家好"}
    for value in ODD:
        status, answer = await caller.post("/api/messages", **{**body, field: value})
        if status != 200:
            _assert_sentence(status, answer, {400, 404})
    await caller.get("/api/messages")


async def test_a_message_by_nobody_or_of_nothing_is_refused(caller: Caller) -> None:
    person = await caller.enter("李桂芬")
    _assert_sentence(*await caller.post("/api/messages", **{"from": "p99", "scene": "private", "text": "在吗"}), {404})
    _assert_sentence(*await caller.post("/api/messages", **{"from": person, "scene": "private"}), {400})
    _assert_sentence(*await caller.post("/api/messages", **{"from": person, "scene": "moon", "text": "在吗"}), {400})
