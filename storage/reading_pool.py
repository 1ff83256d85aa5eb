"""Reads PostgreSQL through connections that are kept: one statement is one round trip, outside any transaction."""

import asyncio
from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Row = Sequence[Any]
_MOST = 8


class ReadingPool:
    """The driver's own connections, prepared statements and all; a lost one is replaced."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._turn = asyncio.Semaphore(_MOST)
        self._idle: list[tuple[AsyncConnection, Any]] = []

    async def fetch(self, statement: str, bound: Sequence[object]) -> Sequence[Row]:
        """Every row of one statement."""
        async with self._turn:
            held, driver = await self._taken()
            try:
                return [tuple(row) for row in await driver.fetch(statement, *bound)]
            finally:
                if driver.is_closed():
                    await held.invalidate()
                    await held.close()
                else:
                    self._idle.append((held, driver))

    async def close(self) -> None:
        """Give the connections back; nothing may be asked afterwards."""
        for held, _ in self._idle:
            await held.close()
        self._idle.clear()

    async def _taken(self) -> tuple[AsyncConnection, Any]:
        while self._idle:
            held, driver = self._idle.pop()
            if not driver.is_closed():
                return held, driver
            await held.invalidate()
            await held.close()
        held = await self._engine.connect()
        return held, (await held.get_raw_connection()).driver_connection
