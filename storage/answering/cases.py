"""Which names of the register a text holds."""

from typing import Any

from sqlalchemy import Column, String, bindparam, func, select, union

from domain.publicity.cases import NamesWithin, plain
from storage.reading import Reader
from storage.tables.members import staff, subject


def _within(name: Column[Any]) -> Any:  # noqa: ANN401 - part of a statement
    text = bindparam("text", type_=String)
    # LIKE would read signs within a name as its own.
    return select(name).where(
        name.table.c.community == bindparam("community"), func.length(name) > 1, func.replace(text, name, "") != text
    )


_NAMES = union(_within(subject.c.name), _within(subject.c.contact), _within(staff.c.name)).order_by("name")


async def names_within(reader: Reader, query: NamesWithin) -> tuple[str, ...]:
    """Names, once each."""
    return tuple(row[0] for row in await reader.all(_NAMES, text=plain(query.text)))


ANSWERS = {NamesWithin: names_within}
