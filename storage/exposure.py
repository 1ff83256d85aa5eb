"""What a thief of the running computer, book and keys together, would get: counts, never contents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from domain.tips.pool import unpacked
from storage.database import Database
from storage.posting.tip_parts import BOT
from storage.tables.members import binding, subject
from storage.tables.outbox import SEALED, outbox
from storage.tables.shop import drawer
from storage.tables.tips import tip_case, tip_echo, tip_pool, tip_wrap
from storage.vault.vault import Purpose, Vault


@dataclass(frozen=True, slots=True)
class Exposure:
    """How many of each; the last three lie open to whoever has the book alone."""

    unhanded: int
    """Cases whose text the bot itself can still read, because they wait for the batch."""
    relays: int
    """Open cases whose reporter can be told."""
    waiting: int
    """Accounts in the month-end pool, which name no case."""
    owed: int
    """Sealed messages that are not delivered, recipient and all."""
    echoes: int
    """Cases about whose text guesses can be tried out."""
    matters: int
    """Cases of which building and kind can be tried out."""
    codes: int
    """Vouchers to bearer in the drawer."""
    sealed: int
    """Cases whose text only a recipient's key and passphrase opens."""
    cases: int
    """Cases whose grid, topic, days and recipients stand in the book."""
    subjects: int
    accounts: int


async def exposure(database: Database, community: str, vault: Vault) -> Exposure:
    """Try every key that is there on all that is sealed."""
    async with database.reader.connect() as connection:
        return await connection.run_sync(_exposure, community, vault)


def _exposure(connection: Connection, community: str, vault: Vault) -> Exposure:
    def rows(statement: Select[Any]) -> Sequence[Any]:
        return connection.execute(statement).all()

    def opened(statement: Select[Any], purpose: Purpose) -> set[str]:
        """The names in the first column whose second one opens."""
        return {row[0] for row in rows(statement) if vault.open(row[1], purpose) is not None}

    def count(statement: Select[Any]) -> int:
        return int(connection.execute(statement).scalar_one())

    wraps = select(tip_wrap.c.code, tip_wrap.c.wrap).where(tip_wrap.c.community == community, tip_wrap.c.person == BOT)
    mine = tip_case.c.community == community
    relays = select(tip_case.c.code, tip_case.c.relay).where(mine, tip_case.c.relay != "")
    echoes = select(tip_echo.c.code, tip_echo.c.sealed).where(tip_echo.c.community == community)
    messages = select(outbox.c.target, outbox.c.payload).where(
        outbox.c.community == community, outbox.c.target.startswith(SEALED)
    )
    codes = select(drawer.c.mark, drawer.c.sealed).where(drawer.c.community == community)
    pools = rows(select(tip_pool.c.sealed, tip_pool.c.epoch).where(tip_pool.c.community == community))
    plain = [vault.pools.open(bytes(row.sealed), row.epoch) for row in pools]
    return Exposure(
        unhanded=len(opened(wraps, "outbox")),
        relays=len(opened(relays, "relay")),
        waiting=sum(len(unpacked(one)) for one in plain if one),
        owed=len(opened(messages, "outbox")),
        echoes=len(opened(echoes, "echo")),
        matters=count(select(func.count()).select_from(tip_case).where(mine, tip_case.c.matter_mark != "")),
        codes=len(opened(codes, "outbox")),
        sealed=count(select(func.count()).select_from(tip_case).where(mine, tip_case.c.readable == 1)),
        cases=count(select(func.count()).select_from(tip_case).where(mine)),
        subjects=count(select(func.count()).select_from(subject).where(subject.c.community == community)),
        accounts=count(
            select(func.count(func.distinct(binding.c.account))).where(binding.c.community == community),
        ),
    )
