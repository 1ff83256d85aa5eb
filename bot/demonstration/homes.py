"""Households of the demonstration: doors, families, invented telephones."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bot.demonstration.cast import GRIDS, RESIDENTS, STAFF, STATIONS, Person
from bot.demonstration.names import person_names

RESIDENT_COUNT = 1110
MINOR_COUNT = 24
COUPLES_WITH_ONE_PHONE = 12
_UNITS, _FLOORS, _DOORS = 3, 11, 3
_FIRST_PHONE = 19_900_000_000  # a range that no operator has handed out
_GRID_NAMES = {code: name for code, name, _ in GRIDS}


@dataclass(frozen=True, slots=True)
class Resident:
    """One resident as the sheet 信用主体 has a row."""

    name: str
    grid: str
    address: str
    phone: str
    minor: bool = False
    guardian: str = ""

    def row(self) -> tuple[str, ...]:
        """The resident in the order of the sheet's columns."""
        return (
            "居民",
            self.name,
            _GRID_NAMES[self.grid],
            self.address,
            household_number(self.address),
            self.phone,
            "",
            "是" if self.minor else "",
            self.guardian,
            STATIONS[int(self.grid) - 1],
        )


def household_number(address: str) -> str:
    """A household's number, with letters so that no spreadsheet takes it for a figure."""
    return "H-" + address.replace("栋", "-").replace("单元", "-")


def phone_number(index: int) -> str:
    """The n-th invented telephone."""
    return str(_FIRST_PHONE + index)


def residents(random: Random) -> tuple[Resident, ...]:
    """Everybody who lives there: the cast first, then families until the count is full."""
    cast = (*STAFF, *RESIDENTS)
    people = [_of_cast(person, index) for index, person in enumerate(cast, 1)]
    names = person_names(random, {person.name for person in cast}, RESIDENT_COUNT - len(people))
    doors = _doors(random, {person.address for person in cast})
    families = 0
    while names:
        grid, address = next(doors)
        family = _family(names, grid, address, len(people) + 1, families)
        people.extend(family)
        families += 1
    return tuple(people)


def _of_cast(person: Person, index: int) -> Resident:
    return Resident(person.name, person.grid, person.address, phone_number(index))


def _family(names: list[str], grid: str, address: str, index: int, number: int) -> list[Resident]:
    first = Resident(names.pop(), grid, address, phone_number(index))
    family = [first]
    if number % 3 and names:
        own = phone_number(index + 1) if number >= COUPLES_WITH_ONE_PHONE * 3 // 2 else first.phone
        family.append(Resident(names.pop(), grid, address, own))
    if number % 12 == 5 and number // 12 < MINOR_COUNT and names:
        family.append(Resident(names.pop(), grid, address, "", minor=True, guardian=first.name))
    return family


def _doors(random: Random, taken: set[str]) -> Iterator[tuple[str, str]]:
    doors = [
        (code, f"{building}栋{unit}单元{floor}{door:02}")
        for code, _, buildings in GRIDS
        for building in buildings
        for unit in range(1, _UNITS + 1)
        for floor in range(1, _FLOORS + 1)
        for door in range(1, _DOORS + 1)
    ]
    random.shuffle(doors)
    return (door for door in doors if door[1] not in taken)
