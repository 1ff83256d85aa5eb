"""``gridbot rooms`` and ``gridbot roles``: which room is which grid's, and who acts in which role."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.channels.simulator.channel import SimulatorChannel
from bot.config import Config
from bot.operating import appointing_wording as wording
from bot.operating.carrying_out import Said
from bot.operating.open_book import open_book
from domain.decision import Unit
from domain.desk import (
    AccountsNamed,
    BoundRooms,
    ConfirmDuty,
    NoteAction,
    StaffMember,
    StaffRoll,
    TakeDuty,
    UnbindRoom,
)
from domain.enrolment import BindRoom, GridsOf
from domain.members import AccountRef, GiveDuty
from domain.query import Book
from domain.register.sheets import ROLE_NAMES, ROLES


@dataclass(frozen=True, slots=True)
class Place:
    """A platform's room; ``grid`` is a code or name, empty for the staff's own group."""

    channel: str
    room: str
    grid: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """Whom the operator means by name, role and perhaps grid, and which account, empty for the only one."""

    name: str
    role: str
    grid: str = ""
    channel: str = ""
    account: str = ""


async def list_rooms(config: Config) -> Said:
    """All bound rooms."""
    async with open_book(config) as book:
        grids = await _grids(book)
        rooms = await book.answer(BoundRooms())
    lines = [
        wording.ROOM.format(channel=one.channel, room=one.room, what=grids.get(one.grid, wording.STAFF_GROUP))
        for one in rooms
    ]
    return 0, lines or [wording.NO_ROOMS]


async def bind_room(config: Config, place: Place, at: int) -> Said:
    """Say which grid's group, or the staff's, a room is."""
    if unknown := _no_channel(config, place.channel):
        return 2, unknown
    async with open_book(config) as book:
        grids = await _grids(book)
        code = next((code for code, name in grids.items() if place.grid in {code, name}), "")
        if place.grid and not code:
            return 2, [wording.NO_GRID.format(name=place.grid, known=_listed(grids.values()))]
        bound = BindRoom(place.channel, place.room, "grid" if code else "staff", code)
        await book.post(Unit(None, (bound, NoteAction("administrator", "rooms.bind")), at=at))
    what = grids.get(code, wording.STAFF_GROUP)
    return 0, [wording.BOUND.format(channel=place.channel, room=place.room, what=what)]


async def unbind_room(config: Config, place: Place, at: int) -> Said:
    """Let a room be nobody's."""
    async with open_book(config) as book:
        if (place.channel, place.room) not in {(one.channel, one.room) for one in await book.answer(BoundRooms())}:
            return 1, [wording.NOT_BOUND.format(channel=place.channel, room=place.room)]
        gone = UnbindRoom(place.channel, place.room)
        await book.post(Unit(None, (gone, NoteAction("administrator", "rooms.unbind")), at=at))
    return 0, [wording.ROOM_GONE.format(channel=place.channel, room=place.room)]


async def list_roles(config: Config) -> Said:
    """All staff, and which accounts act for them."""
    async with open_book(config) as book:
        grids = await _grids(book)
        roll = await book.answer(StaffRoll())
    return 0, [_line(one, grids) for one in roll] or [wording.NO_STAFF]


async def give_role(config: Config, post: Post, at: int) -> Said:
    """Let an account act as a staff member."""
    if bool(post.channel) != bool(post.account):
        return 2, [wording.BOTH]
    async with open_book(config) as book:
        person = await _person(book, post)
        if isinstance(person, list):
            return 2, person
        account = AccountRef(post.channel, post.account) if post.account else await _own_account(book, post.name)
        if isinstance(account, list):
            return 2, account
        if unknown := _no_channel(config, account.channel):
            return 2, unknown
        given = (GiveDuty(account, person.id), ConfirmDuty(person.id), NoteAction("administrator", "people.tie"))
        await book.post(Unit(None, given, at=at))
    return 0, [wording.GIVEN.format(channel=account.channel, role=ROLE_NAMES[person.role], name=person.name)]


async def take_role(config: Config, post: Post, at: int) -> Said:
    """Let no account act as a staff member any longer."""
    async with open_book(config) as book:
        person = await _person(book, post)
        if isinstance(person, list):
            return 2, person
        taken = [TakeDuty(one.account, person.id) for one in person.accounts]
        await book.post(Unit(None, (*taken, NoteAction("administrator", "people.untie")), at=at))
    return 0, [wording.TAKEN.format(name=person.name, role=ROLE_NAMES[person.role])]


def _no_channel(config: Config, name: str) -> list[str]:
    """What to say of a channel that is not there; without channels the simulator is the one."""
    known = config.channels or (SimulatorChannel.name,)
    return [] if name in known else [wording.NO_CHANNEL.format(name=name, known=_listed(known))]


async def _grids(book: Book) -> dict[str, str]:
    return {grid.code: grid.name for grid in await book.answer(GridsOf())}


async def _person(book: Book, post: Post) -> StaffMember | list[str]:
    """The one who is meant, or what to say instead."""
    role = ROLES.get(post.role, post.role)
    if role not in ROLE_NAMES:
        return [wording.NO_ROLE.format(role=post.role, known=_listed(ROLES))]
    grids = await _grids(book)
    roll = [one for one in await book.answer(StaffRoll()) if (one.name, one.role) == (post.name, role)]
    found = [one for one in roll if not post.grid or post.grid in {one.grid, grids.get(one.grid, "")}]
    if not found:
        return [wording.NOBODY.format(role=ROLE_NAMES[role], name=post.name)]
    if len(found) > 1:
        named = _listed(grids.get(one.grid, wording.EVERYWHERE) for one in found)
        return [wording.SEVERAL.format(count=len(found), role=ROLE_NAMES[role], name=post.name, grids=named)]
    return found[0]


async def _own_account(book: Book, name: str) -> AccountRef | list[str]:
    """The only account that is bound under a name, or what to say instead."""
    found = [one for one in await book.answer(AccountsNamed(name)) if one.name == name]
    if not found:
        return [wording.NOT_BOUND_YET.format(name=name)]
    if len({one.account for one in found}) == 1:
        return found[0].account
    choices = (
        wording.ONE_ACCOUNT.format(channel=one.account.channel, account=one.account.id, address=one.address)
        for one in found
    )
    return [wording.WHICH.format(count=len(found), name=name), *choices]


def _line(one: StaffMember, grids: Mapping[str, str]) -> str:
    accounts = "、".join(f"{known.account.channel} {known.account.id}" for known in one.accounts)
    return wording.PERSON.format(
        name=one.name,
        role=ROLE_NAMES.get(one.role, one.role),
        grid=grids.get(one.grid, wording.EVERYWHERE),
        accounts=accounts or wording.NO_ACCOUNT,
    )


def _listed(names: Iterable[str]) -> str:
    return "、".join(names) or wording.NOTHING
