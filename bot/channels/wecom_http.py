"""Calls to WeCom's HTTP interface: one JSON body out, one back, and how a broken call ends."""

import json
from io import BytesIO
from typing import Any, Final

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, FormData

from domain.channel import ChannelDown, SendInDoubt

_LIMIT: Final = ClientTimeout(total=10, connect=5)
_LARGEST: Final = 8 * 1024 * 1024
_UNTOUCHED: Final = frozenset({429, 502, 503})
"""Answers of a machine in front, which let nothing through."""


class Answered(Exception):  # noqa: N818 - an answer, and not a broken call
    """The platform said no; only ``code`` means anything."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(f"errcode {code}")


def client() -> ClientSession:
    """A session that follows nobody's proxies."""
    return ClientSession(timeout=_LIMIT, trust_env=False)


async def post(session: ClientSession, url: str, body: dict[str, Any]) -> dict[str, Any]:
    """The answer; ChannelDown where nothing was sent, SendInDoubt where nobody knows, Answered for a no."""
    return await _called(session, "POST", url, json.dumps(body, ensure_ascii=False).encode())


async def get(session: ClientSession, url: str, query: dict[str, str]) -> dict[str, Any]:
    """The same for a question."""
    return await _called(session, "GET", url, None, query)


async def upload(session: ClientSession, url: str, name: str, body: bytes) -> dict[str, Any]:
    """The same for a file."""
    form = FormData()
    form.add_field("media", BytesIO(body), filename=name, content_type="application/octet-stream")
    return await _called(session, "POST", url, form)


async def _called(
    session: ClientSession, method: str, url: str, data: bytes | FormData | None, query: dict[str, str] | None = None
) -> dict[str, Any]:
    headers = {"Content-Type": "application/json"} if isinstance(data, bytes) else {}
    try:
        async with session.request(
            method, url, data=data, params=query, headers=headers, allow_redirects=False
        ) as answer:
            if answer.status in _UNTOUCHED:
                raise ChannelDown(f"HTTP {answer.status}")
            raw = await answer.content.read(_LARGEST) if answer.status == 200 else b""
            while answer.status == 200 and len(raw) < _LARGEST and (more := await answer.content.read(_LARGEST)):
                raw += more
    except ClientConnectorError as error:
        raise ChannelDown("no connection") from error
    except (ClientError, OSError, TimeoutError) as error:
        raise SendInDoubt(f"the call broke: {type(error).__name__}") from None
    return _read(raw)


def _read(raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw)
    except ValueError as error:
        raise SendInDoubt("the answer is not JSON") from error
    if not isinstance(found, dict):
        raise SendInDoubt("the answer is no table")
    code = found.get("errcode", 0)
    if code != 0:
        raise Answered(code if isinstance(code, int) else -1)
    return found
