"""Closed months: nothing is posted into them any more."""

from sqlalchemy import Table

from storage.tables.columns import key, metadata, number

closing = Table("closing", metadata, key("community"), key("month"), key("grid"), number("at"))
"""One row for each grid and month that was settled."""
