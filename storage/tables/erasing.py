"""Who asked to be erased, until it is done."""

from sqlalchemy import BigInteger, Table

from storage.tables.columns import key, metadata, number

erasure = Table(
    "erasure",
    metadata,
    key("community"),
    key("subject", BigInteger),
    key("channel"),
    key("account"),
    number("asked_at"),
)
"""One row for each account that was untied; deleted once the subject is erased."""
