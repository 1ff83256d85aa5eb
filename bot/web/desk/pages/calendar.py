"""日程: what the bot says unasked, when it did and will, and missed periods that wait for a decision."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.web.desk import page_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.calendar import PUBLISHING, Due, MissedRuns, PausedJobs, PauseJob, period_key
from domain.decision import Say, Urgency
from domain.desk import LastDone
from domain.enrolment import GridsOf
from domain.publicity.tips import tips_of
from scheduler.discovery import discover_jobs
from scheduler.triggers import next_after


async def _show(visit: Visit) -> Mapping[str, Any]:
    rows, stopped = [], await visit.app.store.answer(PausedJobs())
    for job in discover_jobs():
        last = await visit.app.store.answer(LastDone(job.name))
        coming = next_after(job.times(visit.app.rules), visit.now)
        row = (job.title, page_wording.PERIODS[job.period], last, coming, job.name)
        rows.append(row)
    missed = [(key.partition("|"), at) for key, at in await visit.app.store.answer(MissedRuns())]
    return {
        "jobs": sorted(rows, key=lambda row: (row[3] is None, row[3])),
        "missed": [(name, _title(name), period, at) for (name, _, period), at in missed],
        "stopped": stopped,
        "held": PUBLISHING in stopped,
        "tips": [(one.code, one.name, tips_of(one.code) in stopped) for one in await visit.app.store.answer(GridsOf())],
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


async def _hold(_visit: Visit) -> Outcome:
    return Outcome(page_wording.HELD_BACK, (PauseJob(PUBLISHING, paused=True),))


async def _let_out(_visit: Visit) -> Outcome:
    return Outcome(page_wording.LET_OUT, (PauseJob(PUBLISHING, paused=False),))


async def _tips_off(visit: Visit) -> Outcome:
    return await _tips(visit, page_wording.TIPS_OFF, paused=True)


async def _tips_on(visit: Visit) -> Outcome:
    return await _tips(visit, page_wording.TIPS_ON, paused=False)


async def _tips(visit: Visit, words: str, *, paused: bool) -> Outcome:
    """Whether one group reads the weekly tips; who subscribed goes on reading them privately."""
    names = {one.code: one.name for one in await visit.app.store.answer(GridsOf())}
    grid = visit.field("grid")
    if grid not in names:
        return refused(page_wording.GONE)
    return Outcome(words.format(grid=names[grid]), (PauseJob(tips_of(grid), paused),))


async def _preview(visit: Visit) -> Outcome:
    """What groups would read of a job's next period, as the book stands now; private words are only counted."""
    job = next((one for one in discover_jobs() if one.name == visit.field("job")), None)
    at = next_after(job.times(visit.app.rules), visit.now) if job else None
    if job is None or at is None:
        return refused(page_wording.GONE)
    posts = await job.plan(Due(at, period_key(job.period, at), visit.app.rules), visit.app.store)
    says = [one for post in posts for one in post.effects if isinstance(one, Say)]
    public = [one for one in says if one.to.kind == "grid" and one.urgency is Urgency.PUBLIC]
    words = page_wording.PREVIEW.format(job=job.title, public=len(public), private=len(says) - len(public))
    lines = tuple(f"{one.to.id}：{one.card.as_text() if one.card else one.text}" for one in public)
    return Outcome(words, lines=lines, done=False)


page = Page(
    "calendar",
    "日程",
    Part.DAILY,
    40,
    _show,
    {
        "make_up": Act("补发错过的一期", _make_up),
        "let_go": Act("错过的一期不补", _let_go),
        "hold": Act("暂停发布", _hold),
        "let_out": Act("恢复发布", _let_out),
        "tips_off": Act("一个群不发小贴士", _tips_off),
        "tips_on": Act("一个群恢复小贴士", _tips_on),
        "preview": Act("预览一项定时事务", _preview),
        "stop": Act("暂停一项定时事务", _stop),
        "go_on": Act("一项定时事务继续", _go_on),
    },
)
