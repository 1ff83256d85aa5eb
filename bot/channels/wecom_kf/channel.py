"""微信客服: everything of this folder joined behind the port."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from aiohttp import ClientError

from bot.channels.kept import Kept
from bot.channels.wecom_cipher import Seal, key_of
from bot.channels.wecom_http import Answered, client
from bot.channels.wecom_kf import wording
from bot.channels.wecom_kf.account import Account
from bot.channels.wecom_kf.budget import Budget
from bot.channels.wecom_kf.callback import Gate
from bot.channels.wecom_kf.inbound import message_of, welcome_code
from bot.channels.wecom_kf.reading import Conversations, Item
from bot.channels.wecom_kf.receiver import Receiver
from bot.channels.wecom_standing import Standing
from bot.channels.wecom_throttle import Throttle
from bot.channels.wecom_tokens import CREDENTIALS, EXPIRED, NOT_TRUSTED, Calls
from domain.channel import (
    Capabilities,
    ChannelDown,
    ChannelStatus,
    HeldBack,
    Outgoing,
    PictureGone,
    SendInDoubt,
    SendRefused,
    Talk,
)
from domain.message import Message

_log = logging.getLogger(__name__)
_LARGEST: Final = 10 * 1024 * 1024
_LOOK: Final = 600.0
"""Seconds after which the conversations are looked at also without a ring."""
_FIRST, _LONGEST = 1.0, 60.0
_PER_MINUTE: Final = 600
"""No figure is named; this only stops a runaway."""
_UNTIL_NEXT: Final = frozenset({95001, 95002, 95013, 95018})
_TOO_OFTEN: Final = 45009
_LATER: Final = frozenset({-1, NOT_TRUSTED}) | EXPIRED | CREDENTIALS
"""Nothing that the message is to blame for."""


class KfChannel:
    """WeChat users who write to the account; nobody is spoken to unasked."""

    capabilities = Capabilities(
        reads_group=False,
        posts_to_group=False,
        private=True,
        push=False,
        buttons=False,
        pictures=False,
        quota_per_minute=None,
        needs_human=False,
        files=False,
        text_bytes=2048,
    )

    def __init__(
        self,
        settings: Account,
        name: str,
        now: Callable[[], datetime],
        is_writable: Callable[[], bool] = lambda: True,
    ) -> None:
        self.name = name
        self.port = 0
        self._settings = settings
        self._now = now
        self._standing = Standing(now, wording.STOPPED)
        self._budget = Budget()
        self._throttle = Throttle(now, _PER_MINUTE, _PER_MINUTE * 60)
        self._calls: Calls | None = None
        self._greetings: set[asyncio.Task[None]] = set()
        gate = Gate(Seal(settings.token, key_of(settings.aes_key), settings.corpid), now)
        self._receiver = Receiver(gate, settings.open_kfid, is_writable=is_writable)

    def status(self) -> ChannelStatus:
        """Whether the conversations can be read."""
        return self._standing.status

    def talk(self, conversation: str) -> Talk:
        """Whether this person may be told something now, and whether the last words were answered."""
        return self._budget.talk(conversation, self._now())

    async def run(self, receive: Callable[[Message], None]) -> None:
        """Hands over what is said for ever; returns only where the company's id or secret is refused."""
        self._standing.become("connecting", wording.CONNECTING)
        try:
            async with (
                client() as session,
                self._receiver.listening(self._settings.host, self._settings.port) as self.port,
            ):
                self._calls = Calls(session, self._settings)
                await self._read(self._calls, receive)
            self._standing.become("refused", wording.REFUSED)
        except BaseException:
            self._standing.become("offline", wording.STOPPED)
            raise

    async def send(self, outgoing: Outgoing) -> str:
        """Sends once; HeldBack where the person has to write first."""
        if self._calls is None or not self._standing.online:
            raise ChannelDown(self._standing.status.detail)
        if outgoing.scene != "private" or not outgoing.text:
            raise SendRefused("only words, and only privately")
        self._throttle.require(self.name, 1)
        person = outgoing.conversation
        room = self._budget.room(person, self._now())
        if room == "answer":
            return await self._say(self._calls, person, outgoing.text)
        if room == "ask":
            self._budget.asked(person)
            await self._say(self._calls, person, wording.MORE)
        raise HeldBack("waits for the person's next message")

    async def _say(self, calls: Calls, person: str, text: str) -> str:
        self._budget.spoke(person, self._now())
        words = {"touser": person, "open_kfid": self._settings.open_kfid, "msgtype": "text", "text": {"content": text}}
        try:
            number = str((await calls.post("kf/send_msg", words)).get("msgid", ""))
        except Answered as no:
            _log.warning("not delivered: errcode %d", no.code)
            if no.code in _UNTIL_NEXT:
                self._budget.close(person, self._now())
                raise HeldBack("waits for the person's next message") from no
            if no.code == _TOO_OFTEN:
                self._throttle.too_often(self.name)
                raise HeldBack("too often") from no
            raise (ChannelDown("later") if no.code in _LATER else SendRefused(f"errcode {no.code}")) from no
        self._throttle.spoke(self.name)
        self._throttle.went_well(self.name)
        return number

    async def _read(self, calls: Calls, receive: Callable[[Message], None]) -> None:
        cursor = Kept(Path(self._settings.cursor_file))
        conversations = Conversations(calls, self._settings.open_kfid, cursor, self._now)
        token, retry = "", _FIRST
        try:
            while True:
                try:
                    await conversations.fetch(token, lambda item: self._take(item, receive))
                except Answered as no:
                    if no.code in CREDENTIALS:
                        _log.error("refused: wrong corpid or secret; not trying again")
                        return
                    _log.warning("not read: errcode %d", no.code)
                    retry = max(retry, _LONGEST) if no.code == _TOO_OFTEN else retry
                except (ChannelDown, SendInDoubt):
                    self._standing.become("connecting", wording.BROKEN)
                else:
                    self._standing.become("online", wording.ONLINE)
                    token, retry = await self._next_ring(), _FIRST
                    continue
                await asyncio.sleep(retry)
                token, retry = "", min(retry * 2, _LONGEST)
        finally:
            conversations.keep()

    async def _next_ring(self) -> str:
        """The newest ring's token; one fetch answers all that have rung."""
        rings = self._receiver.rings
        try:
            async with asyncio.timeout(_LOOK):
                ring = await rings.get()
        except TimeoutError:
            return ""
        while not rings.empty():
            ring = rings.get_nowait()
        return ring.token

    def _take(self, item: Item, receive: Callable[[Message], None]) -> None:
        message = message_of(item, self.name, self._picture, self._now())
        if message:
            self._budget.heard(message.sender, message.at, self._now())
            receive(message)
        elif code := welcome_code(item):
            greeting = asyncio.get_running_loop().create_task(self._greet(code))
            self._greetings.add(greeting)
            greeting.add_done_callback(self._greetings.discard)

    async def _greet(self, code: str) -> None:
        welcome: dict[str, Any] = {"code": code, "msgtype": "text", "text": {"content": wording.WELCOME}}
        try:
            if self._calls:
                await self._calls.post("kf/send_msg_on_event", welcome)
        except (Answered, ChannelDown, SendInDoubt) as error:
            _log.info("not greeted: %s", type(error).__name__)

    async def _picture(self, number: str) -> bytes:
        if self._calls is None:
            raise PictureGone("the channel is not running")
        try:
            return await self._calls.media(number, _LARGEST)
        except (ClientError, OSError, TimeoutError, Answered, ChannelDown) as error:
            raise ChannelDown("the picture could not be fetched") from error
        except ValueError as error:
            raise PictureGone(str(error)) from error


def build(
    settings: Account, name: str, now: Callable[[], datetime], is_writable: Callable[[], bool] = lambda: True
) -> KfChannel:
    """The channel of these settings; it listens and asks only while it runs."""
    return KfChannel(settings, name, now, is_writable)
