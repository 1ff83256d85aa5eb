"""What is known of homes, shops and units from visits, inspections and lists."""

from sqlalchemy import BigInteger, Table

from storage.tables.columns import key, metadata, text

known_fact = Table(
    "known_fact",
    metadata,
    key("community"),
    key("subject", BigInteger),
    key("field"),
    key("source"),
    key("day"),
    text("value"),
    text("basis"),
)
"""One row per field, source and day, so that the same list twice changes nothing."""
