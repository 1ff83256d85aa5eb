"""How columns of the book are written; the community is the first part of every key.

Times are epoch milliseconds, dates ISO text, so that both databases hold and order them alike.
"""

from typing import Any

from sqlalchemy import BigInteger, Column, MetaData, Text

metadata = MetaData()


def key(name: str, kind: type[BigInteger | Text] = Text) -> Column[Any]:
    """A part of the primary key."""
    return Column(name, kind, primary_key=True, autoincrement=False, nullable=False)


def text(name: str) -> Column[Any]:
    """A text, empty where nothing was said."""
    return Column(name, Text, nullable=False, server_default="")


def number(name: str) -> Column[Any]:
    """A whole number, 0 where nothing was said; flags are 0 and 1."""
    return Column(name, BigInteger, nullable=False, server_default="0")


def optional(name: str) -> Column[Any]:
    """A whole number that may be missing."""
    return Column(name, BigInteger, nullable=True)
