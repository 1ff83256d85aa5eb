"""走访巡查: how much of each grid was covered this week and last, as counts."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.clock import SHANGHAI
from bot.web.desk.page import Page, Visit
from domain.enrolment import GridsOf
from domain.matters.matter import MattersSince
from domain.period import civil
from domain.rounds import PATROL, VISIT, Coverage, coverage, week_start

_WEEK = timedelta(days=7)


async def _show(visit: Visit) -> Mapping[str, Any]:
    monday = week_start(civil(visit.now))
    grids = {grid.code: grid.name for grid in await visit.app.store.answer(GridsOf())}
    return {
        "weeks": [(start, await _week(visit, start, grids)) for start in (monday, monday - _WEEK)],
    }


async def _week(visit: Visit, start: date, grids: Mapping[str, str]) -> list[tuple[str, Coverage]]:
    since, until = (int(datetime.combine(day, time(), SHANGHAI).timestamp() * 1000) for day in (start, start + _WEEK))
    patrols = await visit.app.store.answer(MattersSince(PATROL, since, until))
    visits = await visit.app.store.answer(MattersSince(VISIT, since, until))
    return [(name, coverage(patrols, visits, code)) for code, name in grids.items()]


page = Page("rounds", "走访巡查", 68, _show)
