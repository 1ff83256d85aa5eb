"""What subjects agreed to, every change in a row of its own."""

from sqlalchemy import BigInteger, Table

from storage.tables.columns import key, metadata, number, text

consent = Table(
    "consent",
    metadata,
    key("community"),
    key("subject", BigInteger),
    key("purpose"),
    key("change", BigInteger),
    text("level"),
    number("at"),
)
"""``change`` counts over all; the latest of a subject and purpose holds."""
