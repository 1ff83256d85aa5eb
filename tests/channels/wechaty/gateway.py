"""The real gateway as a test's peer: its process and its control API."""

import asyncio
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import closing
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Self

FOLDER = Path(__file__).resolve().parents[2] / "peers" / "wechaty-gateway"
BOT = "wxid_bot"
ANN = "wxid_ann"
BEN = "wxid_ben"
ROOM = "10001@chatroom"


def missing() -> str:
    """Why the gateway cannot be started here, "" where it can."""
    if shutil.which("node") is None:
        return "the Wechaty gateway needs Node 20 or newer, and there is no node here"
    if not (FOLDER / "node_modules" / "wechaty-puppet-service").is_dir():
        return "the Wechaty gateway's packages are not installed: npm ci in tests/peers/wechaty-gateway"
    return ""


def community_ca(folder: Path) -> Path:
    """The CA of the gateway's built-in certificate, which its package holds only as source text."""
    source = FOLDER / "node_modules" / "wechaty-puppet-service" / "src" / "auth" / "ca.ts"
    found = re.search(r"TLS_CA_CERT = `(.*?)`", source.read_text("utf-8"), re.DOTALL)
    assert found
    target = folder / "ca.pem"
    target.write_text(found[1].strip() + "\n", "utf-8")
    return target


class Gateway:
    """One running gateway, with Ann and Ben, and a room in which Ann and the bot are."""

    ready: Mapping[str, Any]

    def __init__(self, *arguments: str) -> None:
        self._arguments = arguments

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            ["node", "--no-deprecation", str(FOLDER / "gateway.mjs"), *self._arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._process.stdout
        self.ready = json.loads(self._process.stdout.readline())
        self._call("contact/create", {"id": ANN, "name": "安"})
        self._call("contact/create", {"id": BEN, "name": "本", "friend": False})
        people = {"memberIds": [BOT, ANN], "aliases": {BOT: "小信", ANN: "3栋安姐"}}
        self._call("room/create", {"id": ROOM, "topic": "三网格", **people})
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=10)  # the gateway ends with its standard input

    async def do(self, operation: str, **body: Any) -> dict[str, Any]:
        return await asyncio.to_thread(self._call, operation, body)

    async def say(self, text: str, *, by: str = ANN, **body: Any) -> dict[str, Any]:
        return await self.do("say", **{"from": by, "text": text, **body})

    async def state(self) -> dict[str, Any]:
        return await asyncio.to_thread(self._call, "state", None)

    async def sent(self, want: int = 1) -> list[dict[str, Any]]:
        """What the bot did, once it has done this much."""
        got = await asyncio.to_thread(self._call, f"sent?want={want}&waitMs=5000", None)
        return list(got["sent"])

    def _call(self, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        with closing(HTTPConnection(self.ready["ctl"].removeprefix("http://"), timeout=30)) as connection:
            connection.request("GET" if body is None else "POST", f"/{path}", json.dumps(body or {}))
            reply = connection.getresponse()
            answer: dict[str, Any] = json.load(reply)
        assert reply.status == HTTPStatus.OK, answer
        return answer
