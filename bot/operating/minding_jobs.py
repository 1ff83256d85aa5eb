"""``gridbot jobs run``, ``pause`` and ``resume``: what a person decides about the calendar."""

from datetime import datetime

from bot.config import Config, rules_folder
from bot.operating import rehearsing_wording as wording
from bot.operating.carrying_out import Said
from bot.operating.open_book import open_book
from bot.rules.force import rules_now
from domain.calendar import PUBLISHING, Job, MissedRuns, PauseJob
from domain.decision import Unit
from domain.desk import NoteAction
from scheduler.discovery import discover_jobs
from scheduler.runner import Runner

_ACTS = {
    (False, True): "calendar.stop",
    (False, False): "calendar.go_on",
    (True, True): "calendar.hold",
    (True, False): "calendar.let_out",
}
"""What the desk calls the same act, by whether it is about publishing and whether it stops."""


async def run_job(config: Config, name: str, period: str, now: datetime) -> Said:
    """Post a missed period after all; the running bot delivers it."""
    jobs = discover_jobs()
    job = _named(jobs, name)
    if job is None:
        return _unknown(jobs, name)
    async with open_book(config) as book:
        rules = await rules_now(book, rules_folder(config))
        if f"{name}|{period}" not in dict(await book.answer(MissedRuns())):
            return 2, [wording.NOT_MISSED.format(name=name, period=period)]
        try:
            await Runner(book, jobs, lambda: now, lambda: rules).run_missed(name, period)
        except LookupError:
            return 2, [wording.NO_KEYS]
        await book.post(Unit(None, (NoteAction("administrator", "calendar.make_up"),), at=_ms(now)))
    return 0, [wording.MADE_UP.format(title=job.title, period=period)]


async def pause_job(config: Config, name: str, now: datetime, *, paused: bool) -> Said:
    """Stop a job, or all that goes to residents' groups, until it is resumed; or let it go on."""
    jobs = discover_jobs()
    job = _named(jobs, name)
    title = wording.PUBLISHING if name == PUBLISHING else job.title if job else ""
    if not title:
        return _unknown(jobs, name)
    done = NoteAction("administrator", _ACTS[name == PUBLISHING, paused])
    async with open_book(config) as book:
        await book.post(Unit(None, (PauseJob(name, paused), done), at=_ms(now)))
    return 0, [(wording.PAUSED if paused else wording.RESUMED).format(title=title, name=name)]


def _named(jobs: tuple[Job, ...], name: str) -> Job | None:
    return next((one for one in jobs if one.name == name), None)


def _unknown(jobs: tuple[Job, ...], name: str) -> Said:
    words = wording.UNKNOWN if name else wording.WHICH
    return 2, [words.format(name=name, known="、".join(one.name for one in jobs))]


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
