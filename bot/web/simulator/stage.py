"""What the simulator's API does: people enter, say something, time passes; one thing at a time."""

import asyncio
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.app import App, data_directory
from bot.channels.simulator.channel import SimulatorChannel, Typed
from bot.channels.simulator.hands import Hands
from bot.channels.simulator.people import STAFF_ROOM, Person
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import BOT, Shown, Timeline
from bot.clock import SetClock
from bot.demonstration.keys import equip
from bot.operating.enrolling import TAIL
from bot.pictures import UnfitPicture, recode
from bot.web.simulator import wording
from bot.web.simulator.cast import duty_grid, kind_of, seat_of, shown_person
from bot.web.simulator.failures import BookFaultError, ConflictError, UnfitError, UnknownError
from bot.web.simulator.reading import Newcomer, image, newcomer, said_text, short_text
from bot.web.simulator.shift import Shift
from bot.web.simulator.steps import goal, moment
from domain.decision import Unit
from domain.enrolment import BindRoom, EnrolGrid, EnrolListing, EnrolStaff, EnrolSubject, GridsOf, PersonNamed
from domain.happenings import Recalled
from domain.members import AccountRef, Bind, FindSubjects, GiveDuty
from domain.period import civil
from domain.register.address import normalise_address

_AGAIN = timedelta(minutes=1)
_LONGEST_TALK = 20
"""How often the staff on duty answer what their own answers brought, before time goes on."""


class Stage:
    """The simulator around one app."""

    def __init__(self, app: App, channel: SimulatorChannel, clock: SetClock) -> None:
        self._app = app
        self._channel = channel
        self._clock = clock
        self._hands = Hands(data_directory(app.config) / "simulator")
        # One call at a time, so that what the bot sends belongs to the call that made it.
        self._turn = asyncio.Lock()

    @property
    def timeline(self) -> Timeline:
        """All that was said."""
        return self._channel.timeline

    @property
    def pictures(self) -> Pictures | None:
        """The pictures of the chats."""
        return self._channel.pictures

    async def state(self) -> dict[str, Any]:
        """The clock, the grids and everybody who can be played."""
        grids = await self._app.store.answer(GridsOf())
        return {
            "now": self._clock.now().isoformat(),
            "bot_name": self._app.config.bot.name,
            "grids": [{"code": grid.code, "name": grid.name} for grid in grids],
            "people": [shown_person(person) for person in self._channel.people],
        }

    async def enter(self, body: Mapping[str, Any]) -> str:
        """Somebody new; ConflictError names who is there already."""
        async with self._turn:
            return await self._enter(body)

    async def _enter(self, body: Mapping[str, Any]) -> str:
        said = newcomer(body)
        grid = await self._grid(said.grid)
        if there := self._channel.people.same(said.name, said.role, grid, said.address):
            raise ConflictError(wording.ALREADY_THERE, id=there.id)
        number = self._channel.people.following()
        person = Person(number, said.name, said.role, grid, said.address, said.kind, said.bound)
        await self._enrol(person, said)
        self._channel.people.add(person)
        return person.id

    async def _grid(self, said: str) -> str:
        grids = await self._app.store.answer(GridsOf())
        for grid in grids:
            if said in {grid.code, grid.name}:
                return grid.code
        effects = (EnrolGrid(said, said), BindRoom(self._channel.name, said, "grid", said))
        await self._post(*effects, BindRoom(self._channel.name, STAFF_ROOM, "staff"))
        return said

    async def _enrol(self, person: Person, said: Newcomer) -> None:
        real_name = said.real_name
        account = AccountRef(self._channel.name, person.id)
        address = normalise_address(person.address) if person.address else ""
        effects: list[object] = [self._subject(person, real_name, address, said.phone)]
        if person.role != "resident":
            effects.append(EnrolStaff(real_name, person.role, duty_grid(person), seat=seat_of(person.role)))
        if said.skills:
            facts = {"kind": "talent", "contact": real_name, "skills": said.skills}
            effects.append(EnrolListing("partner", real_name, json.dumps(facts, ensure_ascii=False)))
        await self._post(*effects)
        if not person.bound:
            return
        subjects = await self._app.store.answer(FindSubjects(real_name, address, person.grid))
        ties: list[object] = [Bind(account, subjects[0].id)]
        if person.role != "resident":
            number = await self._app.store.answer(PersonNamed(real_name, person.role, duty_grid(person)))
            ties += [GiveDuty(account, number)] if number else []
        await self._post(*ties)
        if person.role != "resident":
            await equip(self._app.store, data_directory(self._app.config) / "keys", civil(self._clock.now()))

    def _subject(self, person: Person, real_name: str, address: str, phone: str) -> EnrolSubject:
        mark = self._app.outside.phone_mark
        whole, tail = (mark(phone), mark(phone[-TAIL:])) if phone else ("", "")
        kind = kind_of(person.kind)
        return EnrolSubject(kind, real_name, person.grid, address, phone_mark=whole, tail_mark=tail)

    async def _post(self, *effects: object) -> None:
        await self._app.store.post(Unit(None, effects, at=int(self._clock.now().timestamp() * 1000)))

    async def say(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Somebody says something; the answer holds all that the bot sent because of it."""
        async with self._turn:
            person = self._channel.people.get(short_text(body, "from"))
            if person is None:
                raise UnknownError(wording.NO_PERSON)
            key = short_text(body, "message_id")
            if key and (before := self.timeline.sent_before(key)):
                # A process that was killed may have left it to this one.
                await self._settled(self._app.store.faults, key)
                return {"id": before, "sent": []}
            room = await self._room(body, person)
            if taken := self._quoted(body, room, person, "recall"):
                return await self._take_back(person, room, taken)
            quoted = self._quoted(body, room, person)
            text, picture = said_text(body), image(body)
            if not (text or picture):
                raise UnfitError(wording.NOTHING_SAID)
            kept = await self._kept(picture) if picture else ""
            place, faults = len(self.timeline), self._app.store.faults
            shown = self._channel.say(person, Typed(text, room, quoted, key, kept))
            await self._settled(faults, key)
            self._hands.keep(self._clock.now(), len(self.timeline))
            return {"id": shown["id"], "sent": self._sent_since(place)}

    async def _settled(self, faults: int, key: str) -> None:
        """Wait until the bot is idle; what the book could not keep may be said again under the same key."""
        try:
            await self._app.idle()
        except Exception:
            if self._app.store.faults == faults:
                raise
        if self._app.store.faults > faults:
            self.timeline.forget_key(key)
            raise BookFaultError(wording.NOT_WRITTEN)

    async def _take_back(self, person: Person, room: str, taken: Shown) -> dict[str, Any]:
        if taken["from"] != person.id:
            raise UnfitError(wording.NOT_YOURS)
        place = len(self.timeline)
        shown = self._channel.take_back(person, room)
        await self._app.dispatcher.recalls.deal(self._channel.name, Recalled(person.id, taken["id"]))
        await self._app.idle()
        self._hands.keep(self._clock.now(), len(self.timeline))
        return {"id": shown["id"], "sent": self._sent_since(place)}

    async def _kept(self, picture: bytes) -> str:
        if self.pictures is None:
            raise UnfitError(wording.BAD_IMAGE)
        try:
            return self.pictures.keep(await asyncio.to_thread(recode, picture))
        except UnfitPicture as error:
            raise UnfitError(str(error)) from error

    async def _room(self, body: Mapping[str, Any], person: Person) -> str:
        scene = body.get("scene")
        if scene == "private":
            return ""
        if scene != "group":
            raise UnfitError(wording.NO_SCENE)
        said = short_text(body, "grid", person.grid)
        grids = await self._app.store.answer(GridsOf())
        found = next((grid.code for grid in grids if said in {grid.code, grid.name}), None)
        if found is None and said != STAFF_ROOM:
            raise UnknownError(wording.NO_GRID)
        return found or STAFF_ROOM

    def _quoted(self, body: Mapping[str, Any], room: str, person: Person, field: str = "quote") -> Shown | None:
        number = short_text(body, field)
        if not number:
            return None
        quoted = self.timeline.get(number)
        chat = quoted["chat"] if quoted else {}
        if not quoted or (chat.get("grid") != room if room else chat.get("person") != person.id):
            raise UnknownError(wording.NO_MESSAGE)
        return quoted

    def _sent_since(self, place: int) -> list[Shown]:
        return [shown for shown in self.timeline.since(place) if shown["from"] == BOT]

    async def turn(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Time passes; what falls due on the way is sent at its own time."""
        async with self._turn:
            target = goal(body, self._clock.now())
            place = len(self.timeline)
            await self.pass_until(target, Shift(self._channel) if body.get("staff") == "auto" else None)
            self._hands.keep(self._clock.now(), len(self.timeline))
            return {"now": self._clock.now().isoformat(), "sent": self._sent_since(place)}

    async def pass_until(self, target: datetime, shift: Shift | None) -> None:
        """Every moment up to a later one passes, each with what is due at it; ``shift`` answers on the way."""
        await self._pass_moment(shift)
        passed = self._clock.now()
        while (due := await self._next(passed)) is not None and due <= target:
            self._clock.set(max(self._clock.now(), due))
            await self._pass_moment(shift)
            passed = due
        self._clock.set(max(self._clock.now(), target))
        await self._pass_moment(shift)

    async def _pass_moment(self, shift: Shift | None) -> None:
        await self._app.pass_moment()
        for _ in range(_LONGEST_TALK):
            if shift is None or not shift.answer():
                return
            await self._app.idle()

    async def _next(self, passed: datetime) -> datetime | None:
        """The next moment at which something is due, from the calendar or the outbox."""
        moments = [self._app.runner.next_due(passed)]
        if (owed := await self._app.delivery.next_due()) is not None:
            # What is still owed from before waits behind something else; a look each minute lets time go on.
            moments.append(moment(owed) if moment(owed) > passed else passed + _AGAIN)
        return min((found for found in moments if found is not None), default=None)
