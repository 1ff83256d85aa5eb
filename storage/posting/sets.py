"""Many rows by one statement: the words are compiled once, and PostgreSQL gets all rows in one round trip."""

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import (
    ARRAY,
    BigInteger,
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    Delete,
    Executable,
    Insert,
    Integer,
    Update,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    select,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.elements import Grouping
from sqlalchemy.sql.visitors import replacement_traverse

from domain.refusal import Moved
from storage.compiling import compiled
from storage.upserting import keys_of

Changing = Insert | Update | Delete
_NOT_EVERY_ROW = "22012"
"""What PostgreSQL says to the division by zero that ends a statement whose rows did not all meet one."""


class Write(NamedTuple):
    """A statement that is run for rows, each with a value for every column.

    Columns of an update are told from those of the table by a word before them: ``new_state``, ``its_id``.
    """

    statement: Changing
    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]
    each: bool = False
    """True where every row has to change exactly one of the table; where one does not, Moved is raised."""

    @property
    def at_once(self) -> bool:
        """False where rows meet on the keys of a statement, so that it could not hold them all."""
        keys = keys_of(self.statement)
        if not keys:
            return isinstance(self.statement, Insert)
        places = [self.columns.index(key) for key in keys]
        return len({tuple(row[place] for place in places) for row in self.rows}) == len(self.rows)


def write_all(connection: Connection, writes: Sequence[Write]) -> None:
    """Run statements on different rows; PostgreSQL gets as one what can be one."""
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
    done = connection.exec_driver_sql(text, rows, execution_options={"preserve_rowcount": write.each})
    if write.each and done.rowcount != len(rows):
        raise Moved


def _in_place(connection: Connection, write: Write) -> tuple[str, list[tuple[Any, ...]]]:
    """The words for one row, and the rows in the order in which the words want them."""
    named = write.columns if isinstance(write.statement, Insert) else None
    text, own, pick = compiled(write.statement, connection.dialect, named)
    places = {name: place for place, name in enumerate((*write.columns, *own.keys() - {*write.columns}))}
    wanted = tuple(pick(places))
    added = tuple(own[name] for name in places if name not in write.columns)
    rows = [(*row, *added) for row in write.rows] if added else list(write.rows)
    return text, rows if wanted == tuple(range(len(places))) else list(map(itemgetter(*wanted), rows))


def _at_once(connection: Connection, writes: Sequence[Write]) -> None:
    shapes = tuple((write.statement, write.columns, write.each) for write in writes)
    text, own, pick = compiled(_joined(shapes), connection.dialect)
    values = dict(own)
    for place, write in enumerate(writes):
        values |= _arrays(write, f"w{place}_")
        values[f"w{place}"] = len(write.rows)
    try:
        connection.exec_driver_sql(text, tuple(pick(values)))
    except DBAPIError as broken:
        if getattr(broken.orig, "sqlstate", "") == _NOT_EVERY_ROW:
            raise Moved from broken
        raise


def _arrays(write: Write, mark: str) -> dict[str, object]:
    columns = list(zip(*write.rows, strict=True))
    may_shrink = _repeating(write.statement, write.columns)
    many = len(write.rows) > 1
    return {
        f"{mark}{name}": [column[0]] if many and _says_one(column, may=may) else list(column)
        for name, column, may in zip(write.columns, columns, may_shrink, strict=True)
    }


def _says_one(column: Sequence[object], *, may: bool) -> bool:
    # Where the array stops, null follows, so that nothing but nulls needs nothing in their place.
    return (may or column[0] is None) and column.count(column[0]) == len(column)


@lru_cache(maxsize=256)
def _repeating(statement: Changing, columns: tuple[str, ...]) -> tuple[bool, ...]:
    """Which columns travel once where they say the same in every row: those that are never null, but for the key."""
    found = [_column(statement, name) for name in columns]
    keys = {column.name for column in statement.table.primary_key} - {"community"}
    return tuple(not column.nullable and column.name not in keys for column in found)


def _column(statement: Changing, name: str) -> Column[Any]:
    columns: Any = statement.table.c
    found: Column[Any] = columns[name] if name in columns else columns[name.partition("_")[2]]
    return found


@lru_cache(maxsize=256)
def _joined(shapes: tuple[tuple[Changing, tuple[str, ...], bool], ...]) -> Executable:
    """Several statements as one, with arrays in place of values; it fails where a row missed what it has to change."""
    parts, met = [], []
    for place, (statement, columns, each) in enumerate(shapes):
        changing = _of_arrays(statement, columns, f"w{place}_")
        if each:
            changed = changing.returning(literal_column("1").label("one")).cte(f"w{place}")
            count = select(func.count()).select_from(changed).scalar_subquery()
            met.append(count == bindparam(f"w{place}", type_=BigInteger))
        else:
            parts.append(changing.cte(f"w{place}"))
    answer: ColumnElement[Any] = literal_column("1")
    if met:
        # A statement cannot raise an error of its own choice, so that what was missed divides by zero.
        answer = answer.op("/")(case((and_(*met), literal_column("1")), else_=literal_column("0")))
    return select(answer).add_cte(*parts)


@lru_cache(maxsize=256)
def _of_arrays(statement: Changing, columns: tuple[str, ...], mark: str) -> Any:  # noqa: ANN401 - of the same kind
    """The same statement, with an array for each column in place of values."""
    arrays = {name: bindparam(f"{mark}{name}", type_=ARRAY(_column(statement, name).type)) for name in columns}
    listed = func.unnest(*arrays.values()).table_valued(*columns).render_derived()
    values: dict[str, ColumnElement[Any]] = {name: listed.c[name] for name in columns}
    for name, repeats in zip(columns, _repeating(statement, columns), strict=True):
        if repeats:
            # An array that is shorter than others is null from there on, and stands for its one value.
            values[name] = func.coalesce(values[name], Grouping(arrays[name])[literal_column("1", Integer)])
    if isinstance(statement, Insert):
        return statement.from_select(columns, select(*values.values()))

    def placed(element: object, **_: object) -> Any:  # noqa: ANN401 - what stands there instead, or None
        return values.get(element.key) if isinstance(element, BindParameter) else None

    return replacement_traverse(statement, {}, placed)
