"""The versions of the residents' covenant that were written at the desk."""

from sqlalchemy import BigInteger, Table

from storage.tables.columns import key, metadata, number, text

covenant = Table(
    "covenant",
    metadata,
    key("community"),
    key("version", BigInteger),
    text("title"),
    text("articles"),
    text("changes"),
    text("state"),
    number("comment_until"),
    text("meeting"),
    text("adopted_on"),
    number("votes_for"),
    number("votes_against"),
)
"""``articles`` and ``changes`` are JSON lists; ``state`` is open, adopted or dropped."""
