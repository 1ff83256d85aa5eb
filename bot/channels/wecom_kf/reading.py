"""Fetches what was said, page after page, and keeps how far it has come."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from bot.channels.kept import Kept
from bot.channels.wecom_kf.inbound import moment
from bot.channels.wecom_tokens import Calls

_log = logging.getLogger(__name__)
_PAGE: Final = 1000
_FIRST: Final = timedelta(minutes=10)
"""Before the first start nobody expected an answer; what is older is passed over."""
_SETTLING: Final = 5.0
"""Seconds in which what was handed over gets into the book; a crash within them reads it again."""

Item = dict[str, Any]


class Conversations:
    """All conversations of one account."""

    def __init__(self, calls: Calls, account: str, cursor: Kept, now: Callable[[], datetime]) -> None:
        self._calls = calls
        self._account = account
        self._cursor = cursor
        self._now = now
        self._mark = cursor.read()
        self._since = None if self._mark else now() - _FIRST
        self._keeping: asyncio.Task[None] | None = None

    async def fetch(self, token: str, take: Callable[[Item], None]) -> None:
        """Everything new, in order; ``token`` is what the bell brought, empty for a look without it."""
        while True:
            body = {"cursor": self._mark, "token": token, "limit": _PAGE, "voice_format": 0, "open_kfid": self._account}
            found = await self._calls.post("kf/sync_msg", {name: value for name, value in body.items() if value != ""})
            items = found.get("msg_list")
            for item in items if isinstance(items, list) else ():
                self._hand_over(item, take)
            mark = found.get("next_cursor")
            moved = isinstance(mark, str) and mark not in {"", self._mark}
            if moved:
                self._mark = str(mark)
                self._keep_soon()
            if not moved or found.get("has_more") != 1:
                return

    def keep(self) -> None:
        """Writes down how far has been read."""
        if self._keeping:
            self._keeping.cancel()
            self._keeping = None
        if self._mark:
            self._cursor.keep(self._mark)

    def _hand_over(self, item: object, take: Callable[[Item], None]) -> None:
        if not isinstance(item, dict):
            return
        if self._since and moment(item.get("send_time"), self._now()) < self._since:
            return
        try:
            take(item)
        except Exception as fault:  # noqa: BLE001 - one bad item must not hold up the others
            _log.error("not handed over: %s", type(fault).__name__)

    def _keep_soon(self) -> None:
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._settle())

    async def _settle(self) -> None:
        mark = self._mark
        await asyncio.sleep(_SETTLING)
        self._keeping = None
        self._cursor.keep(mark)
        if mark != self._mark:
            self._keep_soon()
