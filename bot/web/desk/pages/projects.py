"""项目: what the community wants done, issues that several findings show, and the counts of its libraries."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.web.desk import service_wording as wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.enrolment import GridsOf
from domain.findings.states import SORT as FINDING
from domain.matters.matter import MattersSince, OpenMatters
from domain.members import SubjectAt
from domain.partners import PartnersOf, ResourcesOf
from domain.period import civil
from domain.services.issues import Place, places
from domain.services.service import DISPUTE, DONE, HELP, OPEN, PROJECT
from handlers.services.entering import project

_LOOK_BACK = timedelta(days=365)


async def _show(visit: Visit) -> Mapping[str, Any]:
    matters = await visit.app.store.answer(OpenMatters())
    return {
        "open": [one for one in matters if one.sort == PROJECT],
        "states": wording.STATES,
        "places": await _places(visit),
        "grids": {one.code: one.name for one in await visit.app.store.answer(GridsOf())},
        "counts": await _counts(visit),
    }


async def _places(visit: Visit) -> tuple[Place, ...]:
    since = int((visit.now - _LOOK_BACK).timestamp() * 1000)
    found = await visit.app.store.answer(MattersSince(FINDING, since))
    known = [(one, await visit.app.store.answer(SubjectAt(one.subject))) for one in found]
    return places((one, subject) for one, subject in known if subject)


async def _counts(visit: Visit) -> list[tuple[str, int]]:
    """The three libraries and platforms by the community's names: people, rooms, needs; talks, services, works."""
    book, today = visit.app.store, civil(visit.now)
    partners = [one for one in await book.answer(PartnersOf()) if one.holds(today)]
    matters = await book.answer(OpenMatters())
    finished = [one for sort in (HELP, PROJECT) for one in await book.answer(MattersSince(sort, 0))]
    figures = (
        len(partners),
        len(await book.answer(ResourcesOf())),
        sum(one.sort in {HELP, PROJECT} and one.state == OPEN for one in matters),
        sum(one.sort == DISPUTE for one in matters),
        sum(one.sort in {HELP, PROJECT} and one.state != OPEN for one in matters),
        sum(one.state == DONE for one in finished),
    )
    names = visit.app.config.names
    return list(zip((*names.libraries[:3], *names.platforms[:3]), figures, strict=False))


async def _running(visit: Visit, grid: str) -> tuple[str, ...]:
    """The projects of a grid that are not done yet: a second press of the button makes no second one."""
    return tuple(one.line for one in await visit.app.store.answer(OpenMatters(grid=grid, sort=PROJECT)))


async def _new(visit: Visit) -> Outcome:
    grids = {one.code for one in await visit.app.store.answer(GridsOf())}
    title, grid = visit.field("title"), visit.field("grid")
    if not title or grid not in grids:
        return refused(wording.NO_TITLE)
    if title in await _running(visit, grid):
        return refused(wording.RUNNING)
    return Outcome(wording.PUBLISHED, await project(visit.app.store, grid, title, issue=False))


async def _issue(visit: Visit) -> Outcome:
    known = {(one.grid, one.line): one for one in await _places(visit)}
    place = known.get((visit.field("grid"), visit.field("line")))
    title = visit.field("title")
    if place is None or not title:
        return refused(wording.NO_ISSUE)
    if any(one.startswith(wording.issue(place, "")) for one in await _running(visit, place.grid)):
        return refused(wording.RUNNING)
    words = wording.issue(place, title)
    return Outcome(wording.PUBLISHED, await project(visit.app.store, place.grid, words, issue=True))


page = Page(
    "projects", "项目", Part.MULTIPLY, 30, _show, {"new": Act("发布项目", _new), "issue": Act("发布难题", _issue)}
)
