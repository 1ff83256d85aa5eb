"""日程: what the bot says unasked, when it did and will, and missed periods that wait for a decision."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.web.desk import page_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Visit
from domain.calendar import MissedRuns, PausedJobs, PauseJob
from domain.desk import LastDone
from scheduler.discovery import discover_jobs
from scheduler.triggers import next_after


async def _show(visit: Visit) -> Mapping[str, Any]:
    rows = []
    for job in discover_jobs():
        last = await visit.app.store.answer(LastDone(job.name))
        coming = next_after(job.times(visit.app.rules), visit.now)
        row = (job.title, page_wording.PERIODS[job.period], last, coming, job.name)
        rows.append(row)
    missed = [(key.partition("|"), at) for key, at in await visit.app.store.answer(MissedRuns())]
    return {
        "jobs": sorted(rows, key=lambda row: (row[3] is None, row[3])),
        "missed": [(name, _title(name), period, at) for (name, _, period), at in missed],
        "stopped": await visit.app.store.answer(PausedJobs()),
        "paused": visit.app.runner.paused,
    }


def _title(name: str) -> str:
    return next((job.title for job in discover_jobs() if job.name == name), name)


async def _decided(visit: Visit, decide: Callable[[str, str], Awaitable[None]], words: str) -> Outcome:
    job, period = visit.field("job"), visit.field("period")
    try:
        await decide(job, period)
    except LookupError:
        return refused(page_wording.GONE)
    return Outcome(words.format(job=_title(job), period=period))


async def _make_up(visit: Visit) -> Outcome:
    return await _decided(visit, visit.app.runner.run_missed, page_wording.MADE_UP)


async def _let_go(visit: Visit) -> Outcome:
    return await _decided(visit, visit.app.runner.skip, page_wording.LET_GO)


async def _stop(visit: Visit) -> Outcome:
    return _set(visit, page_wording.STOPPED, paused=True)


async def _go_on(visit: Visit) -> Outcome:
    return _set(visit, page_wording.GOES_ON, paused=False)


def _set(visit: Visit, words: str, *, paused: bool) -> Outcome:
    name = visit.field("job")
    if name not in {job.name for job in discover_jobs()}:
        return refused(page_wording.GONE)
    return Outcome(words.format(job=_title(name)), (PauseJob(name, paused),))


page = Page(
    "calendar",
    "日程",
    50,
    _show,
    {
        "make_up": Act("补发错过的一期", _make_up),
        "let_go": Act("错过的一期不补", _let_go),
        "stop": Act("暂停一项定时事务", _stop),
        "go_on": Act("一项定时事务继续", _go_on),
    },
)
