"""``gridbot jobs``: what the calendar did, what comes, and what one job would post."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from bot.config import Config, rules_folder
from bot.database import database_of, is_there
from bot.operating import rehearsing_wording as wording
from bot.rules.force import rules_now
from domain.calendar import PUBLISHING, Due, Job, LastRun, MissedRuns, PausedJobs, Post, period_key
from domain.decision import Say
from domain.period import SHANGHAI
from domain.query import Book
from domain.rules.rulebook import Rulebook
from scheduler.discovery import discover_jobs
from scheduler.triggers import next_after
from storage.migrations import migrate
from storage.store import Store


class _Shelf:
    """The jobs, and the book of one community while it is open."""

    def __init__(self, config: Config, key: bytes) -> None:
        self.jobs = discover_jobs()
        self._database = database_of(config)
        self.store = Store(self._database, config.community.id, key)

    async def __aenter__(self) -> Self:
        await migrate(self._database)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.store.close()
        await self._database.close()


def _key(config: Config) -> bytes:
    path = Path(config.data.directory) / "keys" / "notes.key"
    return path.read_bytes() if path.is_file() else b""


async def list_jobs(config: Config, now: datetime) -> tuple[int, list[str]]:
    """Every job with its last and its next time, then what was missed and waits for a person."""
    if not is_there(config):
        return 2, [wording.NO_BOOK]
    async with _Shelf(config, _key(config)) as shelf:
        rules = await rules_now(shelf.store, rules_folder(config))
        lines = [await _line(job, shelf.store, now, rules) for job in shelf.jobs]
        missed = await shelf.store.answer(MissedRuns())
        if PUBLISHING in await shelf.store.answer(PausedJobs()):
            lines.insert(0, wording.HELD_BACK)
    return 0, [*lines, *(wording.MISSED.format(key=key.replace("|", " ")) for key, _ in missed)]


async def _line(job: Job, book: Book, now: datetime, rules: Rulebook) -> str:
    last = await book.answer(LastRun(job.name, int(now.timestamp() * 1000)))
    coming = next_after(job.times(rules), now)
    stopped = wording.STOPPED if job.name in await book.answer(PausedJobs()) else ""
    return stopped + wording.JOB.format(
        name=job.name,
        title=job.title,
        last=wording.NEVER if last is None else _shown(datetime.fromtimestamp(last / 1000, UTC)),
        next=wording.NEVER if coming is None else _shown(coming),
    )


def _shown(moment: datetime) -> str:
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


async def preview_job(config: Config, name: str, at: datetime) -> tuple[int, list[str]]:
    """What a job would post where at a moment; nothing is written or sent."""
    if not is_there(config):
        return 2, [wording.NO_BOOK]
    async with _Shelf(config, _key(config)) as shelf:
        job = next((one for one in shelf.jobs if one.name == name), None)
        if job is None:
            return 2, [wording.UNKNOWN.format(name=name, known="、".join(one.name for one in shelf.jobs))]
        rules = await rules_now(shelf.store, rules_folder(config))
        posts = await job.plan(Due(at, period_key(job.period, at), rules), shelf.store)
    return 0, [line for post in posts for line in _told(post)] or [wording.NOTHING]


def _told(post: Post) -> list[str]:
    says = [effect for effect in post.effects if isinstance(effect, Say)]
    texts = [say.card.as_text() if say.card else say.text for say in says]
    return [wording.POST.format(target=say.to, text=text) for say, text in zip(says, texts, strict=True)]
