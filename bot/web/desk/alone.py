"""The site of a bot whose people talk elsewhere: the desk and /health, nothing more."""

from aiohttp import web

from bot.app import App
from bot.web.desk.keys import Keys
from bot.web.desk.site import HOME, add_desk
from bot.web.gate import only_ours
from bot.web.headers import protect


def desk_alone(app: App, keys: Keys) -> web.Application:
    """A site that leads to the desk from everywhere its visitor may begin."""
    site = web.Application(middlewares=[only_ours])
    site.on_response_prepare.append(protect)
    site.router.add_get("/", _to_the_desk)
    add_desk(site, app, keys)
    return site


async def _to_the_desk(_request: web.Request) -> web.StreamResponse:
    raise web.HTTPSeeOther(HOME)
