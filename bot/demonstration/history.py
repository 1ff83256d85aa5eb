"""The demonstration's past, played before anybody looks: by its own channel, with the same messages and jobs."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.app import App, data_directory, opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.hands import Hands
from bot.channels.simulator.people import STAFF_ROOM, People
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Shown, Timeline
from bot.clock import SetClock
from bot.config import Config, DataSettings
from bot.demonstration.keys import equip
from bot.demonstration.script import Line, beginning, lines, opening
from bot.demonstration.settling import settle
from bot.demonstration.wording import making
from bot.secrets import install_key
from bot.web.simulator.shift import Shift
from bot.web.simulator.stage import Stage
from domain.decision import Unit
from domain.desk import BoundRooms
from domain.drives import MOST_DAYS, started
from domain.period import civil
from storage.database import open_database, sqlite_url
from storage.lock import only_process

_MAKING = "demonstration.part"
_BOOK, _WHOLE = "gridbot.db", "whole"
_AT_DESK = "工作台"
_CODES = {
    "p": re.compile(r"P[0-9]+"),
    "v": re.compile(r"V[2-9A-Z]{3} ?[2-9A-Z]{4}"),
    "l": re.compile(r"L([0-9]+)"),
    "n": re.compile(r"报名 ?([0-9]+)"),
}
_SAID_ALOUD = {"in": re.compile(r"签到码是 ?([0-9]{4})"), "out": re.compile(r"签退码是 ?([0-9]{4})")}
_REST = re.compile(r"\{\w+\}")
Progress = Callable[[str], None]
_STEPS = 10


async def make_history(config: Config, now: datetime, progress: Progress) -> None:
    """Fill a fresh simulator with the demonstration and its past; what stands there already is left as it is.

    It is made beside the data and moved there when it is whole, so that whatever cuts it short, it starts over.
    A database with a URL of its own cannot be moved and gets the people alone, when the simulator opens.
    """
    if config.database.url:
        return
    data = data_directory(config)
    database = open_database(sqlite_url(data / _BOOK))
    try:
        with only_process(database):
            await _made(config, data, opening(now), progress)
    finally:
        await database.close()


async def _made(config: Config, data: Path, start: datetime, progress: Progress) -> None:
    part = data / _MAKING
    if (part / _WHOLE).exists():
        _move_in(part, data)
    if (data / _BOOK).exists():
        return
    shutil.rmtree(part, ignore_errors=True)
    await _played(replace(config, data=DataSettings(str(part))), start, progress)
    (part / _WHOLE).touch()
    _move_in(part, data)


def _move_in(part: Path, data: Path) -> None:
    # The book last: as long as it is missing, nothing counts as moved in.
    for found in sorted(part.iterdir(), key=lambda path: path.name == _BOOK):
        if found.name == _WHOLE or found.suffix == ".lock":
            continue
        target = data / found.name
        if target.is_dir():
            shutil.rmtree(target)
        found.rename(target)
    shutil.rmtree(part)


async def _played(config: Config, start: datetime, progress: Progress) -> None:
    clock = SetClock(beginning(start), still=True)
    folder = data_directory(config) / "simulator"
    channel = SimulatorChannel(People(folder), Timeline(folder), config.bot.name, clock.now, Pictures(folder))
    async with opened(config, clock, {channel.name: channel}, hurried=True) as app:
        channel.listen(app.dispatcher.receive)
        keys = data_directory(config) / "keys"
        at = int(clock.now().timestamp() * 1000)
        await settle(app.store, channel.people, channel.name, install_key(keys, "phones"), at)
        await equip(app.store, keys, civil(clock.now()))
        await Play(app, channel, clock).until(start, progress)
    Hands(folder).keep(start, len(channel.timeline))


class Play:
    """Says the script's lines at their times, with the staff on duty between them."""

    def __init__(self, app: App, channel: SimulatorChannel, clock: SetClock) -> None:
        self._app = app
        self._stage = Stage(app, channel, clock)
        self._timeline = channel.timeline
        self._shift = Shift(channel)
        self._people = {person.name: person for person in channel.people}
        self._known: dict[str, str] = {}
        self._looked = 0

    async def until(self, start: datetime, progress: Progress) -> None:
        """The whole script, and what is left of the time until the start."""
        script = [line for line in lines(start) if line.at < start]
        for number, line in enumerate(script):
            if number % (len(script) // _STEPS) == 0:
                progress(making(number * 100 // len(script)))
            await self._stage.pass_until(line.at, self._shift)
            self._listen()
            await self._say(line)
        await self._stage.pass_until(start, self._shift)

    async def _say(self, line: Line) -> None:
        if line.where == _AT_DESK:
            await self._start_drive(line)
            return
        words = _REST.sub(lambda found: self._known.get(found[0][1:-1], ""), line.words)
        person = self._people[line.who]
        body = {"from": person.id, "scene": "private" if line.where == "私" else "group", "text": words}
        if line.where == "工作群":
            body["grid"] = STAFF_ROOM
        answer = await self._stage.say(body)
        self._keep(line.keep, answer["sent"])

    async def _start_drive(self, line: Line) -> None:
        """At the desk a drive is started: 接龙, the pledge, the grid."""
        _, name, grid = line.words.split()
        pledge, store = self._app.rules.pledge("resident", name), self._app.store
        if pledge is None:
            raise ValueError(line.words)
        last = civil(line.at) + timedelta(days=MOST_DAYS)
        effects = started(pledge, (grid,), await store.answer(BoundRooms()), last)
        await store.post(Unit(None, effects, at=int(line.at.timestamp() * 1000)))

    def _keep(self, name: str, sent: list[Shown]) -> None:
        for shown in sent:
            found = _CODES[name[0]].search(shown.get("text", "")) if name else None
            if found is not None:
                self._known[name] = (found[1] if name[0] == "n" else found[0]).replace(" ", "")
                return

    def _listen(self) -> None:
        """Codes that the organiser says aloud are known to whoever is there."""
        for shown in self._timeline.since(self._looked):
            for name, pattern in _SAID_ALOUD.items():
                if found := pattern.search(shown.get("text", "")):
                    self._known[name] = found[1]
        self._looked = len(self._timeline)
