"""What the bot does about happenings: greets newcomers, notes unbound rooms, believes its own echo and a task's end."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from bot.dispatch import greeting_wording as wording
from bot.dispatch.confirming import ended
from bot.dispatch.echoes import Echoes
from bot.dispatch.hearing import Hearing
from bot.dispatch.recalling import Recalls
from bot.dispatch.surroundings import Mouth
from domain.decision import Say, Target, Unit
from domain.happenings import FriendAdded, Happening, Recalled, RoomJoined, RoomSeen, SaidByBot, TaskEnded
from domain.members import AccountRef, RoomOf, SenderOf
from domain.query import Posting

log = logging.getLogger(__name__)

_PAUSE = timedelta(minutes=10)
"""A room is greeted once for all who join within this time, and so is a friend."""
_WORTH = timedelta(hours=1)
"""A greeting that could not be said for so long is left out."""
_LOOK_AGAIN = 10.0
_MOST_CALLED = 5

Told = asyncio.Queue[tuple[str, Happening]]


class Greeter:
    """Takes what channels tell besides messages, one after the other."""

    def __init__(
        self,
        book: Posting,
        mouth: Mouth,
        now: Callable[[], datetime],
        hearing: Hearing,
        recalls: Recalls | None = None,
    ) -> None:
        self._book = book
        self._mouth = mouth
        self._now = now
        self._hearing = hearing
        self._recalls = recalls
        self._echoes = Echoes(book, self._ms)
        self._greeted: dict[tuple[str, ...], datetime] = {}

    async def run(self, told: Told) -> None:
        """Work for ever."""
        while True:
            try:
                async with asyncio.timeout(_LOOK_AGAIN if self._echoes.any else None):
                    channel, happening = await told.get()
            except TimeoutError:
                await self._safely(self._settle())
                continue
            await self._safely(self.deal(channel, happening))

    async def _safely(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as fault:  # noqa: BLE001 - a greeting that fails must not end the others
            log.error("happening_failed %s", type(fault).__name__)  # noqa: TRY400 - a traceback may hold names

    async def deal(self, channel: str, happening: Happening) -> None:
        """Do what one happening asks for."""
        if isinstance(happening, SaidByBot):
            self._echoes.add(channel, happening)
            await self._settle()
        elif isinstance(happening, FriendAdded):
            await self._befriended(AccountRef(channel, happening.contact))
        elif isinstance(happening, Recalled):
            if self._recalls:
                await self._recalls.deal(channel, happening)
        elif isinstance(happening, RoomSeen):
            await self._seen((channel, happening.room))
        elif isinstance(happening, TaskEnded):
            if await ended(self._book, happening, self._ms()):
                self._mouth.wake()
        else:
            await self._joined(channel, happening)

    async def _settle(self) -> None:
        if await self._echoes.settle():
            log.info("echo_settled")
            self._mouth.wake()

    async def _befriended(self, account: AccountRef) -> None:
        # Some platforms tell of old friends again at every login.
        sender = await self._book.answer(SenderOf(account))
        if not sender.subjects and self._is_time(("", account.channel, account.id)):
            await self._say(Target("account", account.id, account.channel), wording.FRIEND)

    async def _seen(self, place: tuple[str, str]) -> None:
        if await self._book.answer(RoomOf(*place)) is None:
            self._hearing.note_room(place, self._now())

    async def _joined(self, channel: str, joined: RoomJoined) -> None:
        place = (channel, joined.room)
        room = await self._book.answer(RoomOf(*place))
        if room is None:
            # Nothing is said in a room that nobody bound; the administrator finds it on the desk.
            self._hearing.note_room(place, self._now())
        elif room.grid is not None and self._is_time(place):
            await self._say(Target("room", joined.room, channel), wording.ROOM, joined.members[:_MOST_CALLED])

    def _is_time(self, whom: tuple[str, ...]) -> bool:
        """False where the same was greeted a short while ago."""
        now = self._now()
        self._greeted = {one: at for one, at in self._greeted.items() if now - at < _PAUSE}
        if whom in self._greeted:
            return False
        self._greeted[whom] = now
        return True

    async def _say(self, to: Target, words: str, mentions: tuple[tuple[str, str], ...] = ()) -> None:
        say = Say(to, words, mentions=mentions, expires_at=self._now() + _WORTH)
        await self._book.post(Unit(None, (say,), at=self._ms()))
        self._mouth.wake()

    def _ms(self) -> int:
        return int(self._now().timestamp() * 1000)
