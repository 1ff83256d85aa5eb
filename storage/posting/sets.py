"""Many rows by one statement: the words are compiled once, and PostgreSQL gets all rows in one round trip."""

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ARRAY, Connection, Delete, Executable, Insert, bindparam, func, literal_column, select

from storage.compiling import compiled
from storage.upserting import keys_of


class Write(NamedTuple):
    """A statement that is run for rows, each with a value for every column."""

    statement: Insert | Delete
    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]

    @property
    def at_once(self) -> bool:
        """False where rows meet on the keys of an upsert, so that one statement could not hold them all."""
        if isinstance(self.statement, Delete):
            return False
        keys = keys_of(self.statement)
        if not keys:
            return True
        places = [self.columns.index(key) for key in keys]
        return len({tuple(row[place] for place in places) for row in self.rows}) == len(self.rows)


def write_all(connection: Connection, writes: Sequence[Write]) -> None:
    """Run statements on different tables; PostgreSQL gets the inserts among them as one."""
    together: list[Write] = []
    for write in writes:
        if connection.dialect.name == "sqlite" or not write.at_once:
            _one_by_one(connection, write)
        else:
            together.append(write)
    if together:
        _at_once(connection, together)


def write_back(connection: Connection, write: Write) -> list[Sequence[Any]]:
    """Run one insert for rows of different keys, and give what it returns."""
    if connection.dialect.name == "sqlite":
        text, rows = _in_place(connection, write)
        return [found for row in rows for found in connection.exec_driver_sql(text, row)]
    text, own, pick = compiled(_of_arrays(write.statement, write.columns, ""), connection.dialect)
    return list(connection.exec_driver_sql(text, tuple(pick({**own, **_arrays(write, "")}))))


def _one_by_one(connection: Connection, write: Write) -> None:
    text, rows = _in_place(connection, write)
    connection.exec_driver_sql(text, rows)


def _in_place(connection: Connection, write: Write) -> tuple[str, list[tuple[Any, ...]]]:
    """The words for one row, and the rows in the order in which the words want them."""
    text, own, pick = compiled(write.statement, connection.dialect, write.columns)
    places = {name: place for place, name in enumerate((*write.columns, *own.keys() - {*write.columns}))}
    wanted = tuple(pick(places))
    added = tuple(own[name] for name in places if name not in write.columns)
    rows = [(*row, *added) for row in write.rows] if added else list(write.rows)
    return text, rows if wanted == tuple(range(len(places))) else list(map(itemgetter(*wanted), rows))


def _at_once(connection: Connection, writes: Sequence[Write]) -> None:
    shapes = tuple((write.statement, write.columns) for write in writes)
    text, own, pick = compiled(_joined(shapes), connection.dialect)
    values = dict(own)
    for place, write in enumerate(writes):
        values |= _arrays(write, f"w{place}_")
    connection.exec_driver_sql(text, tuple(pick(values)))


def _arrays(write: Write, mark: str) -> dict[str, object]:
    return {
        f"{mark}{name}": list(column) for name, column in zip(write.columns, zip(*write.rows, strict=True), strict=True)
    }


@lru_cache(maxsize=256)
def _joined(shapes: tuple[tuple[Insert, tuple[str, ...]], ...]) -> Executable:
    """Several inserts as one statement, each with arrays in place of values."""
    inserts = [_of_arrays(*shape, f"w{place}_").cte(f"w{place}") for place, shape in enumerate(shapes)]
    return select(literal_column("1")).add_cte(*inserts)


@lru_cache(maxsize=256)
def _of_arrays(statement: Insert, columns: tuple[str, ...], mark: str) -> Insert:
    """The same insert, with an array for each column in place of values."""
    types = statement.table.c
    arrays = [bindparam(f"{mark}{name}", type_=ARRAY(types[name].type)) for name in columns]
    listed = func.unnest(*arrays).table_valued(*columns).render_derived()
    return statement.from_select(columns, select(*listed.c))
