"""The simulator's API, as simulator people and scripts call it: JSON over HTTP on loopback."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import WSMsgType, web

from bot.channels.simulator.timeline import Shown
from bot.web.gate import only_ours
from bot.web.simulator import wording
from bot.web.simulator.failures import BookFaultError, ConflictError, UnfitError, UnknownError
from bot.web.simulator.reading import read_object
from bot.web.simulator.stage import Stage

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_LARGEST_BODY = 15 * 1024 * 1024
_SENTENCES = {404: wording.NOT_HERE, 405: wording.NOT_THIS_WAY, 413: wording.TOO_HEAVY}

_STATUS: dict[type[Exception], int] = {UnfitError: 400, UnknownError: 404, BookFaultError: 503}

log = logging.getLogger(__name__)


def routes(stage: Stage) -> web.Application:
    """The API's routes on one stage."""
    app = web.Application(client_max_size=_LARGEST_BODY, middlewares=[_errors, only_ours])
    app[STAGE] = stage
    app[STREAMS] = set()
    app.on_shutdown.append(_hang_up)
    app.add_routes(
        [
            web.get("/api/state", _state),
            web.post("/api/people", _people),
            web.post("/api/messages", _say),
            web.get("/api/messages", _messages),
            web.post("/api/clock", _clock),
            web.get("/api/stream", _stream),
            web.get("/pictures/{name}", _picture),
            web.get("/files/{name}", _document),
        ]
    )
    return app


STAGE: web.AppKey[Stage] = web.AppKey("stage", Stage)
STREAMS: web.AppKey[set[web.WebSocketResponse]] = web.AppKey("streams", set)


@web.middleware
async def _errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except (UnfitError, UnknownError, BookFaultError) as error:
        return web.json_response({"error": str(error)}, status=_STATUS[type(error)])
    except ConflictError as error:
        return web.json_response({"error": str(error), **error.more}, status=409)
    except web.HTTPException as error:
        return _told(error)
    except Exception as fault:  # noqa: BLE001 - whatever went wrong, the page gets a sentence
        # Only the kind of fault: its text may hold what somebody wrote.
        log.error("call failed: %s", type(fault).__name__)  # noqa: TRY400 - a traceback could hold it too
        return web.json_response({"error": wording.FAULT}, status=500)


def _told(error: web.HTTPException) -> web.Response:
    if error.status < 400:
        raise error
    answer = web.json_response({"error": _SENTENCES.get(error.status, wording.NOT_UNDERSTOOD)}, status=error.status)
    if "Allow" in error.headers:
        answer.headers["Allow"] = error.headers["Allow"]
    return answer


async def _body(request: web.Request) -> dict[str, Any]:
    return read_object(await request.read())


async def _state(request: web.Request) -> web.Response:
    return web.json_response(await request.app[STAGE].state())


async def _people(request: web.Request) -> web.Response:
    return web.json_response({"id": await request.app[STAGE].enter(await _body(request))}, status=201)


async def _say(request: web.Request) -> web.Response:
    return web.json_response(await request.app[STAGE].say(await _body(request)))


async def _messages(request: web.Request) -> web.Response:
    stage = request.app[STAGE]
    found = stage.timeline.after(request.query.get("after"), request.query.get("chat"))
    if found is None:
        raise UnknownError(wording.NO_MESSAGE)
    return web.json_response({"messages": found})


async def _clock(request: web.Request) -> web.Response:
    return web.json_response(await request.app[STAGE].turn(await _body(request)))


async def _picture(request: web.Request) -> web.FileResponse:
    pictures = request.app[STAGE].pictures
    file = pictures.file(request.match_info["name"]) if pictures else None
    if file is None:
        raise UnknownError(wording.NOT_HERE)
    return web.FileResponse(file)


async def _document(request: web.Request) -> web.FileResponse:
    pictures = request.app[STAGE].pictures
    file = pictures.document(request.match_info["name"]) if pictures else None
    if file is None:
        raise UnknownError(wording.NOT_HERE)
    return web.FileResponse(file, headers={"Content-Disposition": "attachment"})


async def _hang_up(app: web.Application) -> None:
    streams = app[STREAMS]
    for socket in tuple(streams):
        await socket.close()


async def _stream(request: web.Request) -> web.WebSocketResponse:
    socket = web.WebSocketResponse(heartbeat=30)
    if not socket.can_prepare(request):
        raise UnfitError(wording.NOT_THIS_WAY)
    await socket.prepare(request)
    streams = request.app[STREAMS]
    streams.add(socket)
    queue: asyncio.Queue[Shown] = asyncio.Queue()
    timeline = request.app[STAGE].timeline
    timeline.listeners.add(queue.put_nowait)
    sender = asyncio.create_task(_forward(queue, socket))
    try:
        async for message in socket:
            if message.type is WSMsgType.ERROR:
                break
    finally:
        timeline.listeners.discard(queue.put_nowait)
        streams.discard(socket)
        sender.cancel()
    return socket


async def _forward(queue: asyncio.Queue[Shown], socket: web.WebSocketResponse) -> None:
    with contextlib.suppress(ConnectionError):  # the page was closed; the reader notices it too
        while True:
            await socket.send_json(await queue.get())
