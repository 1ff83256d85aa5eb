"""The bot as its operator starts it: a process of its own, settings in a file, the command line."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.channels.wechaty.gateway import Gateway

HOUSE = Path(__file__).resolve().parents[3]
PATIENCE = 30.0

SETTINGS = """
[web]
port = 0

[data]
directory = "{data}"

[channels.wx]
type = "wechaty"
endpoint = "{endpoint}"
token_env = "WECHATY_TOKEN"
tls = false
"""


class Operator:
    """Somebody at the machine, with one config.toml."""

    def __init__(self, folder: Path, gateway: Gateway) -> None:
        self.settings = folder / "config.toml"
        self.settings.write_text(
            SETTINGS.format(data=(folder / "data").as_posix(), endpoint=gateway.ready["grpc"]), "utf-8"
        )
        self._environment = {**os.environ, "WECHATY_TOKEN": gateway.ready["token"], "PYTHONUTF8": "1"}
        self.log = ""
        """What the last run wrote into its log."""
        self._environment.pop("GRIDBOT_PORT", None)

    async def types(self, *words: str) -> tuple[int, str]:
        """One command; its exit code and all that it printed."""
        process = await self._start(*words)
        out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
        assert process.returncode is not None
        return process.returncode, (out + err).decode()

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Started"]:
        """``gridbot run`` until the end of the block."""
        process = await self._start("run")
        assert process.stdout
        assert process.stderr
        log = asyncio.create_task(process.stderr.read())
        try:
            lines = [(await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode().strip() for _ in range(2)]
            started = Started(dict(line.split(": ", 1) for line in lines))
            await started.until_online()
            yield started
        finally:
            process.terminate()
            await asyncio.wait_for(process.wait(), PATIENCE)
            self.log = (await log).decode()
            assert "Traceback" not in self.log, self.log

    async def _start(self, *words: str) -> Process:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot.cli", *words, "--config", str(self.settings)),
            cwd=HOUSE,
            env=self._environment,
            stdout=PIPE,
            stderr=PIPE,
        )


class Started:
    """The running bot as its operator sees it."""

    def __init__(self, printed: Mapping[str, str]) -> None:
        self.address = printed["gridbot"]
        self.desk = printed["gridbot desk"]

    def health(self) -> dict[str, Any]:
        with closing(HTTPConnection(urlsplit(self.address).netloc, timeout=10)) as connection:
            connection.request("GET", "/health")
            found: dict[str, Any] = json.load(connection.getresponse())
        return found

    async def until_online(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while (await asyncio.to_thread(self.health))["checks"]["channel_wx"] != "good":
                await asyncio.sleep(0.05)


class Phone:
    """Everybody's WeChat at once: says something and reads what the bot sent because of it."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def after(self, want: int, operation: str, **body: Any) -> dict[str, str]:
        """What stands in each conversation after something happened, once the bot has said this much."""
        before = len(await self.sent())
        await self._gateway.do(operation, **body)
        async with asyncio.timeout(PATIENCE):
            while len(entries := (await self.sent())[before:]) < want:
                await asyncio.sleep(0.05)
        assert len(entries) == want, entries
        return {entry["conversationId"]: entry["text"] for entry in entries}

    async def sent(self) -> list[dict[str, Any]]:
        """All that the bot has said."""
        return [entry for entry in await self._gateway.sent(0) if entry["kind"] == "text"]
