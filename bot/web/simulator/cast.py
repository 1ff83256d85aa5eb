"""How people of the simulator stand in the register, and how the API tells of them."""

from typing import Any

from bot.channels.simulator.people import Person
from domain.members import Kind


def shown_person(person: Person) -> dict[str, Any]:
    """A person as the API tells it."""
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "grid": person.grid,
        "address": person.address,
        "kind": person.kind,
        "bound": person.bound,
    }


def kind_of(kind: str) -> Kind:
    """The kind of a person's subject."""
    return kind  # type: ignore[return-value]  # checked when the person entered


def duty_grid(person: Person) -> str:
    """Secretary and supervisors serve the whole community."""
    return "" if person.role in {"secretary", "supervisor"} else person.grid


def seat_of(role: str) -> str:
    """The seat in the management group that comes with a role."""
    return {"secretary": "head", "supervisor": "resident_deputy"}.get(role, "")
