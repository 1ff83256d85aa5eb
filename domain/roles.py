"""Who somebody is to the community, and the circles that commands are open to."""

from typing import Literal

Role = Literal["unbound", "resident", "grid_worker", "property", "supervisor", "secretary", "partner"]

ANYONE: frozenset[Role] = frozenset(
    {"unbound", "resident", "grid_worker", "property", "supervisor", "secretary", "partner"}
)
BOUND: frozenset[Role] = ANYONE - {"unbound"}
STAFF: frozenset[Role] = frozenset({"grid_worker", "property", "supervisor", "secretary", "partner"})
