"""A site that listens on loopback, and what is known once it does."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from aiohttp import web

from bot.app import App
from bot.web.desk.keys import Keys

LOOPBACK = "127.0.0.1"
_FAREWELL = 2.0
"""Seconds that open connections get when the bot is stopped."""


@dataclass(frozen=True, slots=True)
class Serving:
    """The app behind its pages; ``port`` is the one really listened on."""

    app: App
    port: int
    keys: Keys

    @property
    def address(self) -> str:
        """Where the pages are."""
        return f"http://{LOOPBACK}:{self.port}/"

    @property
    def desk(self) -> str:
        """The link that opens the staff desk."""
        return f"{self.address}desk?key={self.keys.key}"


@contextlib.asynccontextmanager
async def listening(site: web.Application, port: int) -> AsyncIterator[int]:
    """Listen, on any free port where it is 0; gives the real one."""
    # Packed bodies are not unpacked: a small one may be a very large one.
    runner = web.AppRunner(
        site, access_log=None, handle_signals=True, auto_decompress=False, shutdown_timeout=_FAREWELL
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, LOOPBACK, port).start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
