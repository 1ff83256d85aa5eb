"""The demonstration community moves in: its register by the import everybody uses, its people with their accounts."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from bot.channels.simulator.people import STAFF_ROOM, People
from bot.channels.simulator.people import Person as Player
from bot.demonstration.cast import GRIDS, Person, people
from bot.demonstration.community import demonstration_register
from bot.operating.enrolling import effects_of
from domain.boards.states import assessed
from domain.decision import Unit
from domain.enrolment import BindRoom, PersonNamed
from domain.members import AccountRef, Bind, FindSubjects, GiveDuty
from domain.query import Book, Posting
from domain.register.address import normalise_address
from domain.register.reading import examine_register

_WHOLE_COMMUNITY = frozenset({"secretary", "supervisor"})


async def settle(book: Posting, players: People, channel: str, phone_key: bytes, at: int) -> None:
    """Fill an empty simulator; ``at`` in epoch ms. Nothing happens where somebody lives already."""
    if any(True for _ in players):
        return
    register = examine_register(demonstration_register()).register
    # The demonstration has its impact assessment filed, so that its boards may name (product.md section 6 B).
    filed = assessed(datetime.fromtimestamp(at / 1000, UTC))
    await book.post(Unit(None, (*effects_of(register, phone_key), *_rooms(channel), filed), at=at))
    cast = people()
    ties = [tie for person in cast if person.bound for tie in await _ties(book, channel, person)]
    await book.post(Unit(None, tuple(ties), at=at))
    for player in _players(cast):
        players.add(player)


def _rooms(channel: str) -> Iterator[BindRoom]:
    yield from (BindRoom(channel, code, "grid", code) for code, _, _ in GRIDS)
    yield BindRoom(channel, STAFF_ROOM, "staff")


async def _ties(book: Book, channel: str, person: Person) -> list[object]:
    account = AccountRef(channel, person.id)
    own = await book.answer(FindSubjects(person.name, grid=person.grid))
    if person.subject:
        own = await book.answer(FindSubjects(person.subject, grid=person.grid))
    elif len(own) > 1:
        own = await book.answer(FindSubjects(person.name, normalise_address(person.address), person.grid))
    ties: list[object] = [Bind(account, subject.id) for subject in own[:1]]
    if person.role != "resident":
        grid = "" if person.role in _WHOLE_COMMUNITY else person.grid
        number = await book.answer(PersonNamed(person.name, person.role, grid, person.unit))
        ties += [GiveDuty(account, number)] if number else []
    return ties


def _players(cast: Iterable[Person]) -> Iterator[Player]:
    for one in cast:
        yield Player(one.id, one.name, one.role, one.grid, one.address, one.kind, one.bound)
