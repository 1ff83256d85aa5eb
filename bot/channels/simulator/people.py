"""The people of the simulator, each with a chat account of the same id."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.channels.simulator.journal import Journal

STAFF_ROOM = "staff"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be played."""

    id: str
    name: str
    role: str
    grid: str
    address: str = ""
    kind: str = "resident"
    bound: bool = True


class People:
    """Everybody who can be played, by id."""

    def __init__(self, directory: Path) -> None:
        self._journal = Journal(directory / "people.jsonl")
        self._by_id = {row["id"]: Person(**row) for row in self._journal.read()}

    def __iter__(self) -> Iterator[Person]:
        return iter(self._by_id.values())

    def get(self, person: str) -> Person | None:
        """A person, or None."""
        return self._by_id.get(person)

    def same(self, name: str, role: str, grid: str, address: str) -> Person | None:
        """The person of that name, role, grid and address, or None."""
        wanted = (name, role, grid, address)
        return next((p for p in self._by_id.values() if (p.name, p.role, p.grid, p.address) == wanted), None)

    def following(self) -> str:
        """The id of the next person."""
        return f"p{len(self._by_id) + 1}"

    def add(self, person: Person) -> None:
        """Somebody new."""
        self._by_id[person.id] = person
        self._journal.write(asdict(person))
