"""走访巡查: how much of each grid was covered, and what is kept of a home for whoever wants it taken away."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.clock import SHANGHAI
from bot.web.desk import page_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from bot.web.desk.seeking import subjects_meant
from domain.enrolment import GridsOf
from domain.facts import DropFacts, Fact, FactsOf
from domain.facts_wording import line
from domain.matters.matter import MattersSince
from domain.members import Subject, SubjectAt
from domain.period import civil
from domain.rounds import PATROL, VISIT, Coverage, coverage, week_start

_WEEK = timedelta(days=7)


async def _show(visit: Visit) -> Mapping[str, Any]:
    monday = week_start(civil(visit.now))
    grids = {grid.code: grid.name for grid in await visit.app.store.answer(GridsOf())}
    return {
        "q": visit.field("q"),
        "found": await _found(visit),
        "line": line,
        "weeks": [(start, await _week(visit, start, grids)) for start in (monday, monday - _WEEK)],
    }


async def _week(visit: Visit, start: date, grids: Mapping[str, str]) -> list[tuple[str, Coverage]]:
    since, until = (int(datetime.combine(day, time(), SHANGHAI).timestamp() * 1000) for day in (start, start + _WEEK))
    patrols = await visit.app.store.answer(MattersSince(PATROL, since, until))
    visits = await visit.app.store.answer(MattersSince(VISIT, since, until))
    return [(name, coverage(patrols, visits, code)) for code, name in grids.items()]


async def _found(visit: Visit) -> list[tuple[Subject, tuple[Fact, ...]]]:
    return [(one, await visit.app.store.answer(FactsOf(one.id))) for one in await subjects_meant(visit)]


async def _drop(visit: Visit) -> Outcome:
    subject = await visit.app.store.answer(SubjectAt(visit.number("subject")))
    field = visit.field("field")
    kept = await visit.app.store.answer(FactsOf(subject.id)) if subject else ()
    if subject is None or field not in {one.field for one in kept}:
        return refused(page_wording.GONE)
    return Outcome(page_wording.FACTS_DROPPED, (DropFacts(subject.id, field),))


page = Page("rounds", "走访巡查", Part.MULTIPLY, 40, _show, {"drop": Act("删掉一项资料", _drop, ("q",))})
