"""The access token: fetched once, and anew once for all who find it expired at the same time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final, Protocol

from aiohttp import ClientSession

from bot.channels.wecom_http import Answered, get, post, upload
from domain.channel import ChannelDown, SendInDoubt

EXPIRED: Final = frozenset({40014, 42001})
CREDENTIALS: Final = frozenset({40001, 40013})
NOT_TRUSTED: Final = 60020
"""A machine that the company has not yet allowed."""


class Company(Protocol):
    """Whose token it is, and where the platform is."""

    @property
    def corpid(self) -> str:
        """The company's id."""

    @property
    def secret(self) -> str:
        """The secret of the app that calls."""

    @property
    def url(self) -> str:
        """Where the platform is."""


class Calls:
    """Calls with the token of the moment."""

    def __init__(self, session: ClientSession, settings: Company) -> None:
        self._session = session
        self._settings = settings
        self._token = ""
        self._fetching = asyncio.Lock()

    async def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """The answer of an interface; wecom_http says how it may fail."""

        def call(token: str) -> Awaitable[dict[str, Any]]:
            return post(self._session, f"{self._settings.url}/cgi-bin/{path}?access_token={token}", body)

        return await self._with_token(call)

    async def uploaded(self, kind: str, name: str, body: bytes) -> str:
        """The platform's id of a picture or document, good for three days; an upload says nothing to anybody."""

        def call(token: str) -> Awaitable[dict[str, Any]]:
            url = f"{self._settings.url}/cgi-bin/media/upload?access_token={token}&type={kind}"
            return upload(self._session, url, name, body)

        try:
            return str((await self._with_token(call)).get("media_id", ""))
        except SendInDoubt as error:
            raise ChannelDown("the upload was not answered") from error

    async def media(self, number: str, most: int) -> bytes:
        """A picture that somebody sent; ValueError where it is gone or too large."""
        query = {"access_token": await self._fresh(""), "media_id": number}
        url = f"{self._settings.url}/cgi-bin/media/get"
        async with self._session.get(url, params=query, allow_redirects=False) as answer:
            if answer.status != 200 or answer.content_type in {"application/json", "text/plain"}:
                raise ValueError("the picture is gone")
            body = bytearray()
            async for piece in answer.content.iter_chunked(64 * 1024):
                body += piece
                if len(body) > most:
                    raise ValueError("the picture is too large")
        return bytes(body)

    async def _with_token(self, call: Callable[[str], Awaitable[dict[str, Any]]]) -> dict[str, Any]:
        token = await self._fresh("")
        try:
            return await call(token)
        except Answered as no:
            if no.code not in EXPIRED:
                raise
        return await call(await self._fresh(token))

    async def _fresh(self, old: str) -> str:
        """The token, another one than ``old``; whoever comes second takes what the first one fetched."""
        async with self._fetching:
            if self._token in {"", old}:
                query = {"corpid": self._settings.corpid, "corpsecret": self._settings.secret}
                try:
                    found = await get(self._session, f"{self._settings.url}/cgi-bin/gettoken", query)
                except SendInDoubt as error:
                    raise ChannelDown("no token") from error  # asking for a token says nothing to anybody
                self._token = str(found.get("access_token", ""))
            return self._token
