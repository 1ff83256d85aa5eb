"""How the bot does, as checks that a layman and a monitor can read; none holds anybody's data."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Literal

from bot.app import App
from bot.clock import SHANGHAI
from bot.web.desk import health_wording as words
from domain.calendar import PUBLISHING, MissedRuns, PausedJobs
from domain.desk import LastDone
from domain.matters.matter import MattersSince, OpenMatters
from domain.members import OnDuty, RoomOf
from domain.outbox import Traffic, TrafficNow
from domain.pasting import SORT as PASTE
from domain.period import civil
from domain.roles import Role
from domain.rules.adoption import SORT, in_force, must_be_renewed

State = Literal["good", "look", "bad"]
_GIGABYTE: Final = 1024**3
_LITTLE, _TOO_LITTLE = 2 * _GIGABYTE, _GIGABYTE // 2
_LATE_BACKUP: Final = timedelta(hours=26)
_LATE_PROOF: Final = timedelta(hours=30)
_LONG_QUEUE: Final = 200


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: ``name`` for monitors, ``title`` and ``found`` for people, ``todo`` if needed."""

    name: str
    title: str
    found: str
    state: State = "good"
    todo: str = ""


def overall(checks: tuple[Check, ...]) -> State:
    """The worst state of all."""
    states = {check.state for check in checks}
    return "bad" if "bad" in states else "look" if "look" in states else "good"


async def health(app: App) -> tuple[Check, ...]:
    """Everything that is looked at, in the order in which it is shown."""
    traffic = await app.store.answer(TrafficNow())
    missed = await app.store.answer(MissedRuns())
    proved = await app.store.answer(LastDone("nightly_check"))
    return (
        *(_channel(app, name) for name in app.channels),
        *_traffic(traffic),
        *_stranded(len(app.delivery.stranded)),
        *_pastes(app, len(await app.store.answer(OpenMatters(sort=PASTE)))),
        _calendar(paused=app.runner.paused, missed=len(missed)),
        *_publishing(held=PUBLISHING in await app.store.answer(PausedJobs())),
        *await _deciders(app),
        *await _rules(app),
        _book(app),
        _proof(proved, app.clock.now()),
        _disk(Path(app.config.data.directory)),
        _backup(app),
        *await _posers(app),
    )


def _channel(app: App, name: str) -> Check:
    status = app.channels[name].status()
    state: State = {"online": "good", "connecting": "look", "scan": "look"}.get(status.state, "bad")  # type: ignore[assignment]
    todo = words.CHANNEL_TODO.get(status.state, "")
    found = status.detail or words.CHANNEL_STATE[status.state]
    return Check(f"channel_{name}", words.channel_title(name), found, state, todo)


def _traffic(traffic: Traffic) -> tuple[Check, ...]:
    queue: State = "look" if traffic.waiting > _LONG_QUEUE else "good"
    doubt: State = "look" if traffic.in_doubt else "good"
    dead: State = "look" if traffic.dead else "good"
    return (
        Check("inbound", words.INBOUND, _when(traffic.last_inbound)),
        Check("outbound", words.OUTBOUND, _when(traffic.last_outbound)),
        Check("queue", words.QUEUE, words.count(traffic.waiting), queue, words.QUEUE_TODO if queue != "good" else ""),
        Check("in_doubt", words.IN_DOUBT, words.count(traffic.in_doubt), doubt, words.doubt_todo(traffic.in_doubt)),
        Check("dead", words.DEAD, words.count(traffic.dead), dead, words.dead_todo(traffic.dead)),
    )


def _stranded(number: int) -> tuple[Check, ...]:
    """Said only where something waits that no door leads to."""
    if not number:
        return ()
    return (Check("stranded", words.STRANDED, words.stranded(number), "look", words.STRANDED_TODO),)


def _pastes(app: App, waiting: int) -> tuple[Check, ...]:
    """Said only where some group is pasted into by hand."""
    if not any(channel.capabilities.needs_human for channel in app.channels.values()):
        return ()
    state: State = "look" if waiting else "good"
    return (Check("to_paste", words.PASTES, words.pastes(waiting), state, words.PASTES_TODO if waiting else ""),)


def _calendar(*, paused: bool, missed: int) -> Check:
    if paused:
        return Check("calendar", words.CALENDAR, words.PAUSED, "bad", words.PAUSED_TODO)
    if missed:
        return Check("calendar", words.CALENDAR, words.missed(missed), "look", words.MISSED_TODO)
    return Check("calendar", words.CALENDAR, words.RUNNING)


def _publishing(*, held: bool) -> tuple[Check, ...]:
    """Said only where somebody paused it."""
    if not held:
        return ()
    return (Check("publishing", words.PUBLISHING, words.HELD_BACK, "look", words.HELD_BACK_TODO),)


async def _deciders(app: App) -> tuple[Check, ...]:
    """Said only where months and boards have to wait because nobody may decide on them."""
    wanted: tuple[Role, ...] = ("secretary", "supervisor")
    missing = [role for role in wanted if not await app.store.answer(OnDuty(role))]
    if not missing:
        return ()
    return (Check("deciders", words.DECIDERS, words.waits_for(missing), "look", words.DECIDERS_TODO),)


async def _rules(app: App) -> tuple[Check, ...]:
    """Said only where the folder of the settings holds other rules than those in force, or these are a year old."""
    if app.in_force.mistakes:
        return (Check("rules", words.RULES, words.broken(len(app.in_force.mistakes)), "look", words.RULES_TODO),)
    if app.in_force.waiting:
        return (Check("rules", words.RULES, words.RULES_WAIT, "look", words.RULES_TODO),)
    last = in_force(await app.store.answer(MattersSince(SORT, 0)))
    if last is not None and must_be_renewed(last, civil(app.clock.now())):
        return (Check("rules", words.RULES, words.RULES_OLD, "look", words.RULES_RENEW),)
    return ()


def _book(app: App) -> Check:
    at = app.store.faulted_at
    if at is None:
        return Check("book", words.BOOK, words.BOOK_WRITTEN)
    return Check("book", words.BOOK, words.not_written(_when(at)), "bad", words.BOOK_TODO)


async def _posers(app: App) -> tuple[Check, ...]:
    """Said only where somebody goes by the bot's name."""
    found = [await _place(app, channel, room) for channel, room in app.dispatcher.hearing.posers]
    if not found:
        return ()
    return (Check("posers", words.POSERS, words.posers(sorted(set(found))), "look", words.POSERS_TODO),)


async def _place(app: App, channel: str, room: str) -> str:
    if not room:
        return words.IN_PRIVATE.format(channel=words.channel_title(channel))
    bound = await app.store.answer(RoomOf(channel, room))
    if bound is None:
        return words.UNBOUND_ROOM
    return bound.grid.name if bound.grid else words.STAFF_ROOM


def _proof(proved: int | None, now: datetime) -> Check:
    if proved is None:
        return Check("proof", words.PROOF, words.NO_PROOF)
    # A job that was never due yet is known by its first look, so a young book is not blamed.
    late = now - datetime.fromtimestamp(proved / 1000, SHANGHAI) > _LATE_PROOF
    return Check("proof", words.PROOF, _when(proved), "look" if late else "good", words.PROOF_TODO if late else "")


def _disk(data: Path) -> Check:
    free = shutil.disk_usage(data).free
    state: State = "bad" if free < _TOO_LITTLE else "look" if free < _LITTLE else "good"
    return Check("disk", words.DISK, words.free(free / _GIGABYTE), state, words.DISK_TODO if state != "good" else "")


def _backup(app: App) -> Check:
    if app.store.reader.backups is None:  # the simulator leaves no copies
        return Check("backup", words.BACKUP, words.DRILL_BACKUP)
    folder = app.store.reader.backups
    made = [file.stat().st_mtime for file in folder.iterdir() if file.is_file()] if folder.is_dir() else []
    if not made:
        return Check("backup", words.BACKUP, words.NO_BACKUP, "look", words.BACKUP_TODO)
    newest = datetime.fromtimestamp(max(made), SHANGHAI)
    late = app.clock.now() - newest > _LATE_BACKUP
    return Check(
        "backup", words.BACKUP, words.moment(newest), "look" if late else "good", words.BACKUP_TODO if late else ""
    )


def _when(at: int) -> str:
    return words.moment(datetime.fromtimestamp(at / 1000, SHANGHAI)) if at else words.NEVER
