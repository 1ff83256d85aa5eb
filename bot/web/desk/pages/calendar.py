"""日程: what the bot says unasked, when it did and will, and missed periods that wait for a decision."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.web.desk import page_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Visit
from domain.calendar import MissedRuns
from domain.desk import LastDone
from scheduler.discovery import discover_jobs
from scheduler.triggers import next_after


async def _show(visit: Visit) -> Mapping[str, Any]:
    rows = []
    for job in discover_jobs():
        last = await visit.app.store.answer(LastDone(job.name))
        row = (page_wording.job(job.name), page_wording.PERIODS[job.period], last, next_after(job.when, visit.now))
        rows.append(row)
    missed = [(key.partition("|"), at) for key, at in await visit.app.store.answer(MissedRuns())]
    return {
        "jobs": sorted(rows, key=lambda row: (row[3] is None, row[3])),
        "missed": [(name, page_wording.job(name), period, at) for (name, _, period), at in missed],
        "paused": visit.app.runner.paused,
    }


async def _decided(visit: Visit, decide: Callable[[str, str], Awaitable[None]], words: str) -> Outcome:
    job, period = visit.field("job"), visit.field("period")
    try:
        await decide(job, period)
    except LookupError:
        return refused(page_wording.GONE)
    return Outcome(words.format(job=page_wording.job(job), period=period))


async def _make_up(visit: Visit) -> Outcome:
    return await _decided(visit, visit.app.runner.run_missed, page_wording.MADE_UP)


async def _let_go(visit: Visit) -> Outcome:
    return await _decided(visit, visit.app.runner.skip, page_wording.LET_GO)


page = Page(
    "calendar",
    "日程",
    50,
    _show,
    {"make_up": Act("补发错过的一期", _make_up), "let_go": Act("错过的一期不补", _let_go)},
)
