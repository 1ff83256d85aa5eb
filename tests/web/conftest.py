"""The real app behind its real port, and somebody who calls it."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.clock import SHANGHAI, SetClock
from bot.config import Config, DataSettings, WebSettings
from bot.running import simulator

START = datetime(2026, 11, 23, 9, 0, tzinfo=SHANGHAI)


@dataclass(frozen=True, slots=True)
class Caller:
    """Calls the API as a script would."""

    session: ClientSession
    port: int

    async def ask(self, method: str, path: str, **more: Any) -> tuple[int, Any]:
        async with self.session.request(method, path, **more) as answer:
            return answer.status, await answer.json()

    async def get(self, path: str, **more: Any) -> Any:
        status, answer = await self.ask("GET", path, **more)
        assert status == 200, answer
        return answer

    async def post(self, path: str, **body: Any) -> tuple[int, Any]:
        return await self.ask("POST", path, json=body)

    async def enter(self, name: str, role: str = "resident", grid: str = "二网格", **more: Any) -> str:
        status, answer = await self.post("/api/people", name=name, role=role, grid=grid, **more)
        assert status == 201, answer
        return str(answer["id"])

    async def say(self, person: str, text: str, scene: str = "private", **more: Any) -> Any:
        body = {"from": person, "scene": scene, "text": text, **more}
        status, answer = await self.post("/api/messages", **body)
        assert status == 200, answer
        return answer


@contextlib.asynccontextmanager
async def calling(folder: Path) -> AsyncIterator[Caller]:
    """A caller of the app whose data lie in that folder."""
    config = Config(data=DataSettings(str(folder)), web=WebSettings(0))
    async with (
        simulator(config, SetClock(START, still=True), still=True) as opened,
        ClientSession(opened.address) as session,
    ):
        yield Caller(session, opened.port)


@pytest.fixture
async def caller(tmp_path: Path) -> AsyncIterator[Caller]:
    """A caller of a fresh, empty app."""
    async with calling(tmp_path) as made:
        yield made
