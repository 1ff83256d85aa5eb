"""Which rows of the ledger supervisors were shown."""

from sqlalchemy import BigInteger, Table

from storage.tables.columns import key, metadata, number

shown_row = Table(
    "shown_row",
    metadata,
    key("community"),
    key("code", BigInteger),
    key("person", BigInteger),
    number("at"),
)
"""``code`` is an L number, ``at`` the first time that this supervisor was shown it."""
