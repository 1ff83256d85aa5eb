"""What a database notes of its own accord: places and transactions, which would tell at which minute a tip came."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from sqlalchemy import Select, Table, Update, bindparam, func, literal_column, select, text, update

from domain.matters.matter import matter_key
from storage.days import start_of
from storage.posting.scope import Batch
from storage.tables.outbox import outbox
from storage.tables.tips import (
    tip_case,
    tip_count,
    tip_part,
    tip_pool,
    tip_receipt,
    tip_recipient,
    tip_reward,
    tip_wrap,
)
from storage.tables.work import inbox, version

_SMALL = (tip_case, tip_recipient, tip_wrap, tip_receipt, tip_reward, tip_count)
"""What changes when a reporter says something; the sealed texts themselves are too long to be written every time."""
# A new value, so that what PostgreSQL keeps beside the table is written anew as well.
_SAME_BYTES = "{name} || ''::bytea"
_POOL = (
    update(tip_pool)
    .where(tip_pool.c.community == bindparam("its_community"))
    .values(sealed=literal_column(_SAME_BYTES.format(name="sealed")))
)
_PART = (
    update(tip_part)
    .where(
        tip_part.c.community == bindparam("its_community"),
        tip_part.c.code == bindparam("its_code"),
        tip_part.c.part == bindparam("its_part"),
    )
    .values(body=literal_column(_SAME_BYTES.format(name="body")))
)
_CLAIMS = (
    select(inbox.c.key)
    .where(inbox.c.community == bindparam("community"), inbox.c.at.in_(bindparam("days", expanding=True)))
    .order_by(inbox.c.key)
)
_MOVED = (
    select(version.c.key)
    .where(
        version.c.community == bindparam("community"),
        version.c.key.like(matter_key("T%")),
        func.length(version.c.key) == len(matter_key("TABCDE")),
    )
    .order_by(version.c.key)
)
_AWAY = {
    table: text(
        f"UPDATE {table.name} SET rowid = -1 - (random() & {2**62 - 1}) WHERE community = :community AND {key} = :key"  # noqa: S608 - names of our own tables
    )
    for table, key in ((inbox, "key"), (outbox, "id"), (version, "key"))
}


def is_of_tip(key: str) -> bool:
    """True for the watched key of a tip-off; no other matter's code begins like one."""
    return key.startswith(matter_key("T"))


def misplace(batch: Batch, table: Table, keys: Sequence[object]) -> None:
    """On SQLite, put rows just written where no neighbour tells when they came, and where they leave no gap.

    The next number is one more than the largest there is, so that numbers below zero use none up.
    """
    if batch.dialect == "sqlite" and keys:
        batch.connection.execute(_AWAY[table], [{"community": batch.community, "key": key} for key in keys])


def blur(batch: Batch, on: date) -> None:
    """On PostgreSQL, have one transaction write anew, in the order of their keys, all rows that reporters caused.

    A row names the transaction that wrote it, and so the moments between which it was written.
    """
    if batch.dialect == "sqlite":
        return
    for table in _SMALL:
        looking, writing = _anew(table)
        rows = batch.read(looking).mappings()
        _write(batch, writing, [{f"its_{name}": value for name, value in row.items()} for row in rows])
    days = [start_of(on), start_of(on - timedelta(days=1))]
    _write(batch, _anew(inbox)[1], [{"its_key": key} for key in batch.read(_CLAIMS, days=days).scalars()])
    _write(batch, _anew(version)[1], [{"its_key": key} for key in batch.read(_MOVED).scalars()])
    _write(batch, _POOL, [{}])


def blur_parts(batch: Batch, code: str, parts: Sequence[str]) -> None:
    """The same for the sealed texts and photos that are just handed over."""
    if batch.dialect != "sqlite":
        _write(batch, _PART, [{"its_code": code, "its_part": part} for part in sorted(parts)])


def _write(batch: Batch, statement: Update, rows: Sequence[dict[str, object]]) -> None:
    if rows:
        batch.connection.execute(statement, [{"its_community": batch.community, **row} for row in rows])


@cache
def _anew(table: Table) -> tuple[Select[tuple[object, ...]], Update]:
    """How the keys of a table are read in order, and how one of its rows is written as it is."""
    keys = [column for column in table.primary_key if column.name != "community"]
    kept = next(column for column in table.columns if not column.primary_key)
    looking = select(*keys).where(table.c.community == bindparam("community")).order_by(*keys)
    same = [table.c.community == bindparam("its_community"), *(key == bindparam(f"its_{key.name}") for key in keys)]
    return looking, update(table).where(*same).values({kept.name: kept})
