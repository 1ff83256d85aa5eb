"""The desk's routes: the door, the pages, what is done on them, and /health for monitors."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from aiohttp import web

from bot.app import App
from bot.web.desk import wording
from bot.web.desk.discovery import Shelved, discover_pages
from bot.web.desk.forms import Unfit, read_form
from bot.web.desk.health import health, overall
from bot.web.desk.keys import Keys, Outcome, Session, refused, same
from bot.web.desk.page import Act, Page, Visit
from bot.web.desk.templating import render
from bot.web.gate import only_ours
from bot.web.headers import HEADERS
from domain.calendar import PUBLISHING, PausedJobs
from domain.decision import Say, Unit
from domain.desk import NoteAction
from domain.refusal import AlreadyDone, Moved
from domain.tips.queries import TipEchoes

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
HOME: Final = "/desk"
COOKIE: Final = "desk"
# Browsers send a form without a referrer as if it came from nowhere, and the gate would turn away our own.
DESK_HEADERS: Final = {**HEADERS, "Referrer-Policy": "same-origin"}
_STYLE: Final = Path(__file__).parent / "static" / "desk.css"

log = logging.getLogger(__name__)


def add_desk(site: web.Application, app: App, keys: Keys) -> None:
    """Add the desk and /health to a site."""
    desk = Desk(app, keys, discover_pages())
    inner = web.Application(middlewares=[_safely, only_ours])
    inner.on_response_prepare.append(_protect)
    inner.router.add_get("", desk.home)
    inner.router.add_get("/desk.css", _style)
    inner.router.add_post("/leave", desk.leave)
    for shelved in desk.pages:
        inner.router.add_get(f"/{shelved.page.path}", desk.showing(shelved))
        inner.router.add_post(f"/{shelved.page.path}", desk.doing(shelved))
    site.add_subapp(HOME, inner)
    site.router.add_get("/health", desk.health)


async def _protect(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(DESK_HEADERS)


async def _style(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(_STYLE)


@web.middleware
async def _safely(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        return _notice(wording.NOT_HERE, error.status)
    except Unfit:
        return _notice(wording.UNFIT, 400)
    except Exception as fault:  # noqa: BLE001 - whatever went wrong, the page says a sentence
        log.error("desk failed: %s", type(fault).__name__)  # noqa: TRY400 - a traceback may hold content
        return _notice(wording.FAULT, 500)


def _html(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", charset="utf-8")


def _notice(words: str, status: int, title: str = wording.TITLE) -> web.Response:
    return _html(render("notice.html", {"title": title, "words": words}), status)


@dataclass(frozen=True, slots=True)
class Desk:
    """The pages of one app behind one door."""

    app: App
    keys: Keys
    pages: tuple[Shelved, ...]

    async def home(self, request: web.Request) -> web.StreamResponse:
        """The door: the printed link opens a session; whoever has one goes to the first page."""
        if "key" in request.query:
            return self._enter(request.query["key"])
        if self._session(request) is None:
            return _notice(wording.WHERE_THE_LINK_IS, 401)
        return _to(f"{HOME}/{self.pages[0].page.path}")

    def _enter(self, key: str) -> web.Response:
        if seconds := self.keys.must_wait():
            answer = _notice(wording.wait(seconds), 429)
            answer.headers["Retry-After"] = str(seconds)
            return answer
        cookie = self.keys.enter(key)
        if cookie is None:
            log.warning("desk_wrong_key")
            return _notice(wording.WRONG_KEY, 403)
        answer = _to(HOME)
        answer.set_cookie(COOKIE, cookie, path=HOME, httponly=True, samesite="Strict")
        return answer

    def _session(self, request: web.Request) -> Session | None:
        return self.keys.session(request.cookies.get(COOKIE, ""))

    async def leave(self, request: web.Request) -> web.StreamResponse:
        """End the session."""
        session = self._session(request)
        if session and same((await read_form(request)).get("csrf", ""), session.csrf):
            self.keys.leave(request.cookies[COOKIE])
        return _to(HOME)

    def showing(self, shelved: Shelved) -> Handler:
        """The handler that shows a page."""

        async def show(request: web.Request) -> web.StreamResponse:
            session = self._session(request)
            if session is None:
                return _notice(wording.WHERE_THE_LINK_IS, 401)
            if session.who not in shelved.page.who:
                return _notice(wording.NOT_YOURS, 403)
            outcome, session.outcome = session.outcome, None
            content = await shelved.page.show(Visit(self.app, session.who, dict(request.query)))
            return _html(render(f"{shelved.name}.html", {**self._frame(shelved, session, outcome), **content}))

        return show

    def _frame(self, shelved: Shelved, session: Session, outcome: Outcome | None) -> Mapping[str, Any]:
        return {
            "page": shelved.page,
            "menu": self._menu(session),
            "csrf": session.csrf,
            "outcome": outcome,
            "community": self.app.config.community.name,
            "bot_name": self.app.config.bot.name,
            "now": self.app.clock.now(),
            "labels": self._labels(),
        }

    def _menu(self, session: Session) -> Sequence[tuple[str, Sequence[Page]]]:
        """What the session may open, in parts with their names."""
        allowed = (one.page for one in self.pages if session.who in one.page.who)
        return [(wording.PARTS[part], list(pages)) for part, pages in groupby(allowed, lambda page: page.part)]

    def _labels(self) -> Mapping[str, str]:
        return {_word(one, name): act.label for one in self.pages for name, act in one.page.acts.items()}

    def doing(self, shelved: Shelved) -> Handler:
        """The handler that carries out what a form of a page asks for."""

        async def do(request: web.Request) -> web.StreamResponse:
            session = self._session(request)
            if session is None:
                return _notice(wording.WHERE_THE_LINK_IS, 401)
            form = await read_form(request)
            if session.who not in shelved.page.who or not same(form.get("csrf", ""), session.csrf):
                return _notice(wording.BAD_FORM, 403)
            name = form.get("act", "")
            act = shelved.page.acts.get(name)
            if act is None:
                raise Unfit
            visit = Visit(self.app, session.who, form)
            session.outcome = await self._carry_out(act, _word(shelved, name), visit)
            back = {field: form[field] for field in act.back if form.get(field)}
            return _to(f"{HOME}/{shelved.page.path}" + (f"?{urlencode(back)}" if back else ""))

        return do

    async def _carry_out(self, act: Act, word: str, visit: Visit) -> Outcome:
        if await self.app.store.answer(TipEchoes("\n".join(visit.written), None)):
            return refused(wording.ECHOES)
        outcome = await act.do(visit)
        if not outcome.done:
            return outcome
        try:
            # What is done and the line that says so are one: neither is without the other.
            effects = (*outcome.effects, NoteAction(visit.who, word))
            await self.app.book.post(Unit(None, effects, outcome.watches, visit.ms))
        except (Moved, AlreadyDone):
            return refused(wording.MOVED)
        log.info("desk_action %s", word)
        self.app.delivery.wake()
        published = any(isinstance(one, Say) and one.is_publication for one in outcome.effects)
        if published and PUBLISHING in await self.app.store.answer(PausedJobs()):
            return replace(outcome, lines=(*outcome.lines, wording.WAITS_FOR_PUBLISHING))
        return outcome

    async def health(self, request: web.Request) -> web.StreamResponse:
        """How the bot does, without anybody's data; 503 where somebody has to look."""
        return await only_ours(request, self._health)

    async def _health(self, _request: web.Request) -> web.StreamResponse:
        found = await health(self.app)
        state = overall(found)
        body = {"state": state, "checks": {check.name: check.state for check in found}}
        return web.json_response(body, status=503 if state == "bad" else 200)


def _word(shelved: Shelved, act: str) -> str:
    return f"{shelved.name}.{act}"


def _to(place: str) -> web.Response:
    return web.Response(status=303, headers={"Location": place})
