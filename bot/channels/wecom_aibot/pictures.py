"""Pictures that people sent: fetched within their five minutes and decrypted, only when somebody looks at them."""

import asyncio
from typing import Final
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.channels.wecom_aibot.payloads import Sealed
from bot.channels.wecom_cipher import Unreadable, key_of, opened
from domain.channel import ChannelDown, PictureGone

LARGEST: Final = 10 * 1024 * 1024
_LIMIT: Final = ClientTimeout(total=10)


async def load(session: ClientSession, sealed: Sealed, *, secure: bool) -> bytes:
    """The picture's bytes; PictureGone where it is gone, too large or not to be read."""
    if secure and urlsplit(sealed.url).scheme != "https":
        raise PictureGone("not behind TLS")
    try:
        body = await _fetch(session, sealed.url)
        return await asyncio.to_thread(opened, key_of(sealed.key), body)
    except (ClientError, OSError, TimeoutError) as error:
        raise ChannelDown("the picture could not be fetched") from error
    except (Unreadable, ValueError) as error:
        raise PictureGone("the picture cannot be read") from error


async def _fetch(session: ClientSession, url: str) -> bytes:
    async with session.get(url, allow_redirects=False, timeout=_LIMIT) as answer:
        if answer.status != 200:
            raise PictureGone("the picture is no longer there")
        body = bytearray()
        async for piece in answer.content.iter_chunked(64 * 1024):
            body += piece
            if len(body) > LARGEST + 32:
                raise PictureGone("the picture is too large")
    return bytes(body)
