"""The 智能机器人: everything of this folder joined behind the port."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from aiohttp import ClientSession

from bot.channels.wecom_aibot import pictures, wording
from bot.channels.wecom_aibot.account import Account
from bot.channels.wecom_aibot.failures import NO_CHAT, Answered, Displaced, Refused, WireError
from bot.channels.wecom_aibot.inbound import Reader
from bot.channels.wecom_aibot.link import Link, Pace
from bot.channels.wecom_aibot.outbound import Speaker
from bot.channels.wecom_aibot.payloads import Sealed
from bot.channels.wecom_aibot.wire import Frame
from bot.channels.wecom_standing import Standing
from bot.channels.wecom_tables import part, word
from bot.channels.wecom_throttle import Throttle
from domain.channel import Capabilities, ChannelDown, ChannelStatus, Outgoing, PictureGone, SendRefused
from domain.message import Message

_log = logging.getLogger(__name__)
_PER_MINUTE, _PER_HOUR = 25, 800


class AibotChannel:
    """Staff in WeCom, who speak to the robot in their groups and privately."""

    capabilities = Capabilities(
        reads_group=False,
        posts_to_group=True,
        private=True,
        push=True,
        buttons=True,
        pictures=True,
        quota_per_minute=None,
        needs_human=False,
        chat_per_minute=_PER_MINUTE,
        chat_per_hour=_PER_HOUR,
        text_bytes=12_000,
    )

    def __init__(self, settings: Account, name: str, now: Callable[[], datetime], pace: Pace) -> None:
        self.name = name
        self._secure = settings.url.startswith("wss:")
        self._standing = Standing(now, wording.STOPPED)
        self._link = Link(settings, pace)
        # The pacer counts messages; a text with a picture is two of them, so the door's own brake counts parts.
        self._speaker = Speaker(self._link, Throttle(now, _PER_MINUTE + 3, _PER_HOUR + 150), now)
        self._reader = Reader(name, settings.called, now, self._picture)
        self._session: ClientSession | None = None
        self._receive: Callable[[Message], None] | None = None
        self._met: dict[str, bool] = {}
        """Who wrote privately or was written to (True), and whom the platform refused (False), since the start."""
        self._greetings: set[asyncio.Task[None]] = set()

    def status(self) -> ChannelStatus:
        """Whether the robot is subscribed."""
        return self._standing.status

    async def run(self, receive: Callable[[Message], None]) -> None:
        """Hands over what is said, reconnecting for ever; returns where the robot is refused or taken over."""
        self._receive = receive
        self._standing.become("connecting", wording.CONNECTING)
        try:
            async with ClientSession() as self._session:
                await self._link.run(self._session, self._handle, self._tell)
        except Refused:
            _log.error("refused: wrong bot_id or secret; not trying again")
            self._standing.become("refused", wording.REFUSED)
        except Displaced:
            _log.error("displaced: another process uses this robot; staying away")
            self._standing.become("refused", wording.DISPLACED)
        except BaseException:
            self._standing.become("offline", wording.STOPPED)
            raise

    async def send(self, outgoing: Outgoing) -> str:
        """Sends once; the platform gives no ids."""
        if not self._standing.online:
            raise ChannelDown(self._standing.status.detail)
        try:
            await self._speaker.say(outgoing)
        except SendRefused as no:
            if outgoing.scene == "private" and isinstance(no.__cause__, Answered) and no.__cause__.code in NO_CHAT:
                self._met[outgoing.conversation] = False
            raise
        if outgoing.scene == "private":
            self._met[outgoing.conversation] = True
        return ""

    async def knows(self, person: str) -> bool | None:
        """False for whom the platform refused, until he writes privately; nobody can be asked about beforehand."""
        return self._met.get(person)

    def _tell(self, *, up: bool) -> None:
        self._standing.become(*(("online", wording.ONLINE) if up else ("connecting", wording.BROKEN)))

    def _handle(self, frame: Frame) -> None:
        body = part(frame, "body")
        try:
            if frame.get("cmd") == "aibot_msg_callback":
                self._hand_over(self._reader.said(body))
            elif frame.get("cmd") == "aibot_event_callback":
                self._happened(word(part(body, "event"), "eventtype"), body, word(part(frame, "headers"), "req_id"))
        except Exception as fault:  # noqa: BLE001 - one bad frame must not take the connection down
            _log.error("not handed over: %s", type(fault).__name__)

    def _happened(self, kind: str, body: Frame, request: str) -> None:
        if kind == "template_card_event":
            self._hand_over(self._reader.pressed(body))
        elif kind == "enter_chat":
            greeting = asyncio.get_running_loop().create_task(self._greet(request))
            self._greetings.add(greeting)
            greeting.add_done_callback(self._greetings.discard)
        elif kind == "disconnected_event":
            self._link.give_way()

    def _hand_over(self, message: Message | None) -> None:
        if message and message.scene == "private":
            self._met[message.sender] = True
        if message and self._receive:
            self._receive(message)

    async def _greet(self, request: str) -> None:
        welcome: Frame = {"msgtype": "text", "text": {"content": wording.WELCOME}}
        try:
            await self._link.wire.call("aibot_respond_welcome_msg", welcome, request)
        except WireError as error:
            _log.info("not greeted: %s", error)

    async def _picture(self, sealed: Sealed) -> bytes:
        if self._session is None:
            raise PictureGone("the channel is not running")
        return await pictures.load(self._session, sealed, secure=self._secure)


def build(settings: Account, name: str, now: Callable[[], datetime], pace: Pace | None = None) -> AibotChannel:
    """The channel of these settings; nothing is connected before it runs."""
    return AibotChannel(settings, name, now, pace or Pace())
