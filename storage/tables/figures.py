"""Months in figures, kept for ever as counts."""

from sqlalchemy import Table

from storage.tables.columns import key, metadata, number

participation = Table(
    "participation",
    metadata,
    key("community"),
    key("month"),
    key("grid"),
    number("subjects"),
    number("active"),
    number("earning"),
    number("declared"),
    number("assigned"),
)
"""Who took part, one row for each month and grid."""

unmet = Table("unmet", metadata, key("community"), key("month"), key("sort"), key("what"), key("why"), number("count"))
"""How often something was wanted in vain."""
