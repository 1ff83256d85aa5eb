"""Whether a Wechaty gateway can be reached with these settings."""

import asyncio
import ssl
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bot.channels.tables import host_and_port
from bot.channels.wechaty import wording
from bot.channels.wechaty.secure import server_name, trust
from bot.channels.wechaty.settings import Settings

_SECONDS = 5.0


async def check(settings: Settings, environment: Mapping[str, str], *, running: bool) -> tuple[str, ...]:  # noqa: ARG001 - the shelf's shape
    """What is missing, in sentences; nobody logs in."""
    host, port = host_and_port(settings.endpoint)
    context = trust(Path(settings.ca_file) if settings.ca_file else None) if settings.tls else None
    name = server_name(settings.token.reveal(environment)) if settings.tls else None
    try:
        async with asyncio.timeout(_SECONDS):
            _, writer = await asyncio.open_connection(host, port, ssl=context, server_hostname=name)
    except ssl.SSLError:
        return (wording.NO_TLS,)
    except (OSError, TimeoutError):
        return (wording.NO_GATEWAY.format(endpoint=settings.endpoint),)
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
    return ()
