"""Who may call: only this machine's own pages, under this machine's own name."""

from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_NAMES = ("127.0.0.1", "localhost", "[::1]")
_USUAL_PORT = 80
NOT_OURS = "只能在本机打开这个页面"


def _own_hosts(request: web.Request) -> frozenset[str]:
    # The port really listened on, whatever the settings say.
    bound = request.transport.get_extra_info("sockname") if request.transport else None
    port = bound[1] if bound else 0
    own = {f"{name}:{port}" for name in _NAMES}
    return frozenset(own | set(_NAMES) if port == _USUAL_PORT else own)


def _is_ours(request: web.Request) -> bool:
    own = _own_hosts(request)
    hosts, origins = request.headers.getall("Host", []), request.headers.getall("Origin", [])
    if len(hosts) != 1 or hosts[0].lower() not in own:
        return False
    return all(origin.lower() in {f"http://{host}" for host in own} for origin in origins)


@web.middleware
async def only_ours(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn away a foreign name for this machine, and pages of other sites that call it."""
    if _is_ours(request):
        return await handler(request)
    return web.json_response({"error": NOT_OURS}, status=403)
