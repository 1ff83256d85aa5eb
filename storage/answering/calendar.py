"""Which periods of the calendar are settled in the book."""

from sqlalchemy import bindparam, func, literal, select

from domain.calendar import LastRun, MissedRuns, PausedJobs, WasRun
from storage.reading import Reader
from storage.tables.work import job_pause, job_run

_ESCAPE = "/"
_MINE = job_run.c.community == bindparam("community")
_MATCHING = job_run.c.key.like(bindparam("pattern"), escape=_ESCAPE)
_LAST = select(func.max(job_run.c.at)).where(_MINE, _MATCHING, job_run.c.at <= bindparam("until"))
_RUN = select(literal(1)).where(_MINE, job_run.c.key == bindparam("key"))
_decided = job_run.alias("decided")
_DECIDED = (
    select(literal(1))
    .where(
        _decided.c.community == job_run.c.community,
        (_decided.c.key == func.replace(job_run.c.key, "|!missed", "|!done"))
        | (_decided.c.key == func.replace(job_run.c.key, "|!missed", "|!skipped")),
    )
    .exists()
)
_MISSED = select(job_run.c.key, job_run.c.at).where(_MINE, _MATCHING, ~_DECIDED).order_by(job_run.c.at, job_run.c.key)

_PAUSED = select(job_pause.c.job).where(job_pause.c.community == bindparam("community"), job_pause.c.paused == 1)


async def last_run(reader: Reader, query: LastRun) -> int | None:
    """The latest mark of a job; its chats' claims are no marks."""
    # Names of jobs hold underscores, which LIKE would read as any character.
    name = query.job.replace("_", f"{_ESCAPE}_")
    row = await reader.first(_LAST, pattern=f"{name}|%|!%", until=query.until)
    return row[0] if row else None


async def was_run(reader: Reader, query: WasRun) -> bool:
    """True where the key is taken."""
    return await reader.first(_RUN, key=query.key) is not None


async def missed_runs(reader: Reader, _query: MissedRuns) -> tuple[tuple[str, int], ...]:
    """What a person has to decide on, oldest first."""
    rows = await reader.all(_MISSED, pattern="%|!missed")
    return tuple((row[0].removesuffix("|!missed"), row[1]) for row in rows)


async def paused_jobs(reader: Reader, _query: PausedJobs) -> frozenset[str]:
    """What stands still."""
    return frozenset(row[0] for row in await reader.all(_PAUSED))


ANSWERS = {LastRun: last_run, WasRun: was_run, MissedRuns: missed_runs, PausedJobs: paused_jobs}
