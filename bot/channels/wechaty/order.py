"""The order of what was said: loaded side by side, handed over one by one within a conversation."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from functools import partial

from bot.channels.wechaty.failures import WireError
from bot.channels.wechaty.payloads import Received

_log = logging.getLogger(__name__)
_AT_ONCE = 16
_REMEMBERED = 2000


class Recent:
    """The last ids seen, so that an event told twice counts once."""

    def __init__(self, most: int = _REMEMBERED) -> None:
        self._most = most
        self._ids: OrderedDict[str, None] = OrderedDict()

    def add(self, one: str) -> bool:
        """Remembers an id; False where it is known already."""
        if one in self._ids:
            return False
        self._ids[one] = None
        if len(self._ids) > self._most:
            self._ids.popitem(last=False)
        return True

    def forget(self, one: str) -> None:
        """Lets an id come again."""
        self._ids.pop(one, None)


class Order:
    """Takes ids in the order of the events; ``hand_over`` sees each conversation in that order."""

    def __init__(
        self,
        load: Callable[[str], Awaitable[Received]],
        hand_over: Callable[[Received], Awaitable[None]],
    ) -> None:
        self._load = load
        self._hand_over = hand_over
        self._recent = Recent()
        self._ids: asyncio.Queue[str] = asyncio.Queue()
        self._loading: asyncio.Queue[asyncio.Task[Received | None]] = asyncio.Queue()
        self._window = asyncio.Semaphore(_AT_ONCE)
        self._last: dict[str, asyncio.Task[None]] = {}

    def add(self, message_id: str) -> None:
        """A message has come; one that has come before is left out."""
        if message_id and self._recent.add(message_id):
            self._ids.put_nowait(message_id)

    async def run(self) -> None:
        """Works for ever."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._load_all(group))
            group.create_task(self._line_up(group))

    async def _load_all(self, group: asyncio.TaskGroup) -> None:
        while True:
            message_id = await self._ids.get()
            await self._window.acquire()
            self._loading.put_nowait(group.create_task(self._loaded(message_id)))

    async def _line_up(self, group: asyncio.TaskGroup) -> None:
        """Only a loaded message tells its conversation, so the oldest one is waited for first."""
        while True:
            got = await (await self._loading.get())
            self._window.release()
            if got is None:
                continue
            place = got.room or got.sender
            task = group.create_task(self._in_turn(self._last.get(place), got))
            self._last[place] = task
            task.add_done_callback(partial(self._leave, place))

    def _leave(self, place: str, done: "asyncio.Task[None]") -> None:
        if self._last.get(place) is done:
            del self._last[place]

    async def _loaded(self, message_id: str) -> Received | None:
        try:
            return await self._load(message_id)
        except WireError as error:
            self._recent.forget(message_id)
            _log.warning("not loaded: a message was told of but could not be read: %s", error)
            return None

    async def _in_turn(self, before: "asyncio.Task[None] | None", got: Received) -> None:
        if before is not None:
            await asyncio.wait({before})
        try:
            await self._hand_over(got)
        except Exception:  # noqa: BLE001 - one bad message must not take the channel down
            _log.exception("not handed over: one message failed, the next ones go on")
