"""Rooms that are taken, quarter by quarter of an hour."""

from sqlalchemy import BigInteger, Index, Table

from storage.tables.columns import key, metadata, text

booked = Table(
    "booked",
    metadata,
    key("community"),
    key("resource"),
    key("cell", BigInteger),
    text("code"),
    Index("booked_code", "community", "code"),
)
"""``cell`` is the beginning of the quarter in epoch ms; the key lets nobody take one twice."""
