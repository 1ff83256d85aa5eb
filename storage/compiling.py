"""Statements compiled once, with what puts named values in the order in which the driver wants them."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Dialect, Executable
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler

Values = Mapping[str, object]


class Compiled(NamedTuple):
    """The words of a statement, the values it holds itself, and what picks its values in order."""

    text: str
    own: Values
    pick: Callable[[Values], Sequence[object]]


@lru_cache(maxsize=1024)
def compiled(statement: Executable, dialect: Dialect, columns: tuple[str, ...] | None = None) -> Compiled:
    """A statement for a database; ``columns`` names what an insert brings."""
    assert isinstance(statement, ClauseElement)  # noqa: S101 - what Executable is in practice
    made = statement.compile(dialect=dialect, column_keys=columns)
    assert isinstance(made, SQLCompiler)  # noqa: S101 - executable statements compile to nothing else
    return Compiled(str(made), dict(made.params), _picking(made.positiontup or []))


def _picking(names: Sequence[str]) -> Callable[[Values], Sequence[object]]:
    # An itemgetter of one name would give the value alone.
    return itemgetter(*names) if len(names) > 1 else lambda values: tuple(values[name] for name in names)
