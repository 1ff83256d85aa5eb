"""The bot as a process of its own, which may be killed at any moment."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

_STARTED = "gridbot desk:"


def free_port() -> int:
    """A port that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(slots=True)
class Bot:
    """``gridbot run --empty --still`` on a folder; its link to the outside is the simulator's API."""

    folder: Path
    database: str = ""
    port: int = field(default_factory=free_port)
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start and wait until it listens."""
        settings = self.folder / "config.toml"
        settings.write_text(
            f'[web]\nport = {self.port}\n[data]\ndirectory = "{self.folder / "data"}"\n'
            f'[database]\nurl = "{self.database}"\n',
            "utf-8",
        )
        settings.chmod(0o600)
        command = [sys.executable, "-m", "bot.cli", "run", "--empty", "--still", "--config", str(settings)]
        environment = {name: value for name, value in os.environ.items() if name != "GRIDBOT_PORT"}
        log = (self.folder / "log").open("ab")
        with log:
            self.process = await asyncio.create_subprocess_exec(
                *command, cwd=Path(__file__).parents[2], stdout=asyncio.subprocess.PIPE, stderr=log, env=environment
            )
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            if line.decode().startswith(_STARTED):
                return
        raise AssertionError(f"it did not start: {(self.folder / 'log').read_text('utf-8')[-2000:]}")

    async def kill(self) -> None:
        """As a power cut does."""
        if self.process is not None and self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(signal.SIGKILL)
            await self.process.wait()
        self.process = None

    async def post(self, session: ClientSession, path: str, **body: Any) -> dict[str, Any] | None:
        """One call, or None where the bot died before it answered."""
        try:
            async with session.post(f"http://127.0.0.1:{self.port}{path}", json=body) as answer:
                found: dict[str, Any] = await answer.json()
                assert answer.status < 500, found
                return found
        except (ClientError, TimeoutError, ConnectionError):
            return None

    async def get(self, session: ClientSession, path: str) -> dict[str, Any]:
        """One question."""
        async with session.get(f"http://127.0.0.1:{self.port}{path}") as answer:
            found: dict[str, Any] = await answer.json()
            return found


def talking() -> ClientSession:
    """Somebody who calls the API."""
    return ClientSession(timeout=ClientTimeout(total=20))
