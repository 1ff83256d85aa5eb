"""承诺接龙: a pledge's text posted in the groups, so that one phrase signs it there, with a running count."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.web.desk import covenant_wording as wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.decision import Say, Target, Urgency
from domain.desk import BoundRooms
from domain.drives import MOST_DAYS, OVER, SORT, started
from domain.enrolment import GridsOf
from domain.matters.matter import Matter, MatterAt, MoveMatter, OpenMatters, Step
from domain.period import civil
from domain.pledges import SORT as SIGNED
from domain.pledges_wording import drive_over


async def _show(visit: Visit) -> Mapping[str, Any]:
    held = await visit.app.store.answer(OpenMatters(sort=SIGNED))
    grids = await visit.app.store.answer(GridsOf())
    running = await visit.app.store.answer(OpenMatters(sort=SORT))
    return {
        "pledges": visit.app.rules.pledges.pledges,
        "grids": grids,
        "names": {grid.code: grid.name for grid in grids},
        "running": [(one, signers(one, held)) for one in running],
        "most_days": MOST_DAYS,
        "all": wording.ALL_GRIDS,
    }


def signers(running: Matter, held: Sequence[Matter]) -> int:
    """How many of a drive's grid hold the pledge."""
    pledge = running.facts["pledge"]
    return len({one.subject for one in held if one.grid == running.grid and one.facts["pledge"] == pledge})


async def _start(visit: Visit) -> Outcome:
    pledge, days = visit.app.rules.pledge_of_code(visit.field("pledge")), visit.number("days")
    codes, said = [grid.code for grid in await visit.app.store.answer(GridsOf())], visit.field("grid")
    wanted = codes if said == wording.ALL_GRIDS else [code for code in codes if code == said]
    if pledge is None or not wanted or not 0 < days <= MOST_DAYS:
        return refused(wording.NO_PLEDGE)
    running = await visit.app.store.answer(OpenMatters(sort=SORT))
    taken = {one.grid for one in running if one.facts["pledge"] == pledge.code}
    wanted = [code for code in wanted if code not in taken]
    if not wanted:
        return refused(wording.RUNNING)
    last = civil(visit.now) + timedelta(days=days)
    effects = started(pledge, wanted, await visit.app.store.answer(BoundRooms()), last)
    done = wording.STARTED.format(title=pledge.title, grids=len(wanted), until=last.isoformat())
    return Outcome(done, effects)


async def _end(visit: Visit) -> Outcome:
    found = await visit.app.store.answer(MatterAt(visit.field("code")))
    if found is None or found.sort != SORT or found.closed_at is not None:
        return refused(wording.DRIVE_GONE)
    held = await visit.app.store.answer(OpenMatters(grid=found.grid, sort=SIGNED))
    say = Say(Target("grid", found.grid), drive_over(found, signers(found, held)), urgency=Urgency.PUBLIC)
    closed = MoveMatter(found, OVER, Step(OVER, role="administrator"), closes=True)
    return Outcome(wording.ENDED, (closed, say), watches=(found.watch,))


page = Page(
    "drives", "承诺接龙", Part.ADD, 30, _show, {"start": Act("发起承诺接龙", _start), "end": Act("结束承诺接龙", _end)}
)
