"""The page behind the port: every visit is a private chat with somebody nobody knows."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Final

from aiohttp import web

from bot.channels.guarded import Guarded
from bot.channels.web_tip import wording
from bot.channels.web_tip.forms import Sent, Unfit, be_strict, read
from bot.channels.web_tip.page import HEADERS, Shown, page
from bot.channels.web_tip.settings import Settings
from bot.channels.web_tip.visits import Visits
from domain.channel import Capabilities, ChannelStatus, Outgoing, SendRefused, State
from domain.message import Message

_LARGEST: Final = 11 * 1024 * 1024
_SECONDS: Final = 30.0


class WebTipChannel:
    """A page that anybody may open; whoever writes there has a number for a quarter of an hour, and no more."""

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
    )

    def __init__(
        self, settings: Settings, name: str, now: Callable[[], datetime], token: Callable[[], str], seconds: float = 5.0
    ) -> None:
        self.name = name
        self.port = 0
        self._settings = settings
        self._now = now
        self._token = token
        self._visits = Visits(now, token)
        self._server = Guarded(seconds)
        self._status = ChannelStatus("offline", wording.STOPPED, now())
        self._receive: Callable[[Message], None] | None = None

    def status(self) -> ChannelStatus:
        """Whether the page is open."""
        return self._status

    async def run(self, receive: Callable[[Message], None]) -> None:
        """Serves the page for ever; returns where its port is taken."""
        self._receive = receive
        be_strict()
        app = web.Application(client_max_size=_LARGEST, middlewares=[self._server.plainly])
        app.router.add_get("/", self._show, allow_head=False)
        app.router.add_post("/", self._take)
        app.on_response_prepare.append(_protect)
        try:
            async with self._server.listening(app, self._settings.host, self._settings.port) as self.port:
                self._become("online", wording.ONLINE)
                await asyncio.Event().wait()
        except OSError:
            self._become("refused", wording.TAKEN_PORT)
        except BaseException:
            self._become("offline", wording.STOPPED)
            raise

    def _become(self, state: State, detail: str) -> None:
        self._status = ChannelStatus(state, detail, self._now())

    async def send(self, outgoing: Outgoing) -> str:
        """Answers whoever is still on the page; nobody else can be reached."""
        if outgoing.scene != "private" or not self._visits.hear(outgoing.conversation, outgoing.text):
            raise SendRefused("nobody is on the page any more")
        return ""

    async def _show(self, _request: web.Request) -> web.Response:
        return _response(Shown())

    async def _take(self, request: web.Request) -> web.Response:
        if request.headers.get("Content-Encoding"):
            return web.Response(status=415)
        if not self._visits.may_call():
            return _response(Shown(trouble=[wording.BUSY]), 429)
        try:
            async with asyncio.timeout(_SECONDS):
                sent = await read(request)
        except TimeoutError:
            slow = web.Response(status=408)
            slow.force_close()
            return slow
        except Unfit as unfit:
            return _response(Shown(trouble=[str(unfit)]), 400)
        return await self._answered(sent)

    async def _answered(self, sent: Sent) -> web.Response:
        if sent.visit and not self._visits.knows(sent.visit):
            return _response(Shown(trouble=[wording.OVER]), 410)
        if sent.tells and not self._visits.may_tell():
            return _response(Shown(trouble=[wording.FULL]), 429)
        visit = sent.visit or self._visits.open()
        assert self._receive is not None  # noqa: S101 - it listens only while it runs
        self._receive(self._message(visit, sent))
        answers = await self._visits.answers(visit)
        if not answers:
            return _response(Shown(trouble=[wording.SILENT]), 503)
        return _response(Shown(answers, visit=visit))

    def _message(self, visit: str, sent: Sent) -> Message:
        photo = sent.photo

        async def load() -> bytes:
            return photo or b""

        return Message(
            channel=self.name,
            id=self._token(),
            at=self._now(),
            sender=visit,
            sender_name="",
            scene="private",
            room="",
            text=sent.text,
            addressed=True,
            image=load if photo else None,
            kind="image" if photo and not sent.text else "text",
        )


async def _protect(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)


def _response(shown: Shown, status: int = 200) -> web.Response:
    return web.Response(status=status, text=page(shown), content_type="text/html", charset="utf-8")
