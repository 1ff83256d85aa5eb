"""What an operator wants to know of the book without changing anything: its age, its proof, what it owes."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from domain.proof import Proof
from storage.database import Database
from storage.ledger import prove
from storage.migrations import NEWEST, revision_of
from storage.tables.outbox import outbox


@dataclass(frozen=True, slots=True)
class Survey:
    """The state of one book; ``proof`` and ``owed`` are empty where it is of an older shape."""

    is_newest: bool
    proof: Proof = field(default_factory=lambda: Proof(0, ""))
    owed: dict[str, int] = field(default_factory=dict)


async def survey(database: Database, community: str, note_key: bytes) -> Survey:
    """Look at a book that exists; raises what the driver raises where it cannot be reached."""
    async with database.reader.connect() as connection:
        return await connection.run_sync(_survey, community, note_key)


def _survey(connection: Connection, community: str, note_key: bytes) -> Survey:
    if revision_of(connection) != NEWEST:
        return Survey(is_newest=False)
    counted = select(outbox.c.state, func.count()).where(outbox.c.community == community).group_by(outbox.c.state)
    owed = {row[0]: row[1] for row in connection.execute(counted)}
    return Survey(is_newest=True, proof=prove(connection, community, note_key), owed=owed)
