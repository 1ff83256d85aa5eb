"""The group robot behind the port."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Final

from aiohttp import ClientSession

from bot.channels.wecom_http import Answered, client, post
from bot.channels.wecom_standing import Standing
from bot.channels.wecom_throttle import Throttle
from bot.channels.wecom_webhook import wording
from bot.channels.wecom_webhook.account import Account
from bot.channels.wecom_webhook.bodies import Body, bodies
from domain.channel import Capabilities, ChannelDown, ChannelStatus, HeldBack, Outgoing, SendInDoubt, SendRefused
from domain.message import Message

_log = logging.getLogger(__name__)
_PER_MINUTE: Final = 18
_BUSY, _TOO_OFTEN, _WRONG_KEY = -1, 45009, 93000


class WebhookChannel:
    """One staff group, spoken to and never heard."""

    capabilities = Capabilities(
        reads_group=False,
        posts_to_group=True,
        private=False,
        push=True,
        buttons=False,
        pictures=True,
        quota_per_minute=_PER_MINUTE,
        needs_human=False,
        files=False,
        text_bytes=2_600,
    )

    def __init__(self, settings: Account, name: str, now: Callable[[], datetime]) -> None:
        self.name = name
        self._settings = settings
        self._standing = Standing(now, wording.STOPPED)
        # A text with a picture is two of the platform's twenty, so the door's own brake counts them one by one.
        self._throttle = Throttle(now, _PER_MINUTE, _PER_MINUTE * 60)
        self._session: ClientSession | None = None
        self._refused = asyncio.Event()

    def status(self) -> ChannelStatus:
        """Whether the address is good, as far as is known."""
        return self._standing.status

    async def run(self, receive: Callable[[Message], None]) -> None:  # noqa: ARG002 - a group robot hears nothing
        """Keeps the session open; returns where the address is refused."""
        try:
            async with client() as self._session:
                self._standing.become("online", wording.ONLINE)
                await self._refused.wait()
            self._standing.become("refused", wording.REFUSED)
        except BaseException:
            self._standing.become("offline", wording.STOPPED)
            raise

    async def send(self, outgoing: Outgoing) -> str:
        """Sends once; the platform gives no ids."""
        if self._session is None or not self._standing.online:
            raise ChannelDown(self._standing.status.detail)
        if outgoing.scene != "group" or outgoing.conversation != self._settings.room:
            raise SendRefused("a group robot speaks in its own group alone")
        parts = bodies(outgoing)
        self._throttle.require(self.name, len(parts))
        for place, part in enumerate(parts):
            try:
                await self._post(self._session, part)
            except (ChannelDown, SendRefused) as error:
                if place:
                    raise SendInDoubt("the text went out, the picture not") from error
                raise
        self._throttle.went_well(self.name)
        return ""

    async def _post(self, session: ClientSession, body: Body) -> None:
        self._throttle.spoke(self.name)
        try:
            await post(session, self._settings.url, body)
        except Answered as no:
            _log.warning("not delivered: errcode %d", no.code)
            raise self._outcome(no.code) from no

    def _outcome(self, code: int) -> Exception:
        if code == _TOO_OFTEN:
            self._throttle.too_often(self.name)
            return HeldBack("too often")
        if code == _WRONG_KEY:
            self._standing.become("refused", wording.REFUSED)
            self._refused.set()
            return ChannelDown(wording.REFUSED)  # kept until the address is put right
        return ChannelDown("busy") if code == _BUSY else SendRefused(f"errcode {code}")


def build(settings: Account, name: str, now: Callable[[], datetime]) -> WebhookChannel:
    """The channel of these settings; nothing is sent before it runs."""
    return WebhookChannel(settings, name, now)
