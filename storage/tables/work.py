"""Units of work: what was claimed, how often watched keys changed, which numbers were given out."""

from sqlalchemy import Index, Table

from storage.tables.columns import key, metadata, number, text

inbox = Table(
    "inbox",
    metadata,
    key("community"),
    key("key"),
    text("fingerprint"),
    number("at"),
    Index("inbox_fingerprint", "community", "fingerprint", "at"),
)
"""Messages worked on, by keyed hash; never a sender, never a text."""

job_run = Table("job_run", metadata, key("community"), key("key"), number("at"))
"""Periods posted: the key is job|period|chat."""

version = Table("version", metadata, key("community"), key("key"), number("version"))
"""How often a watched key of the book has changed; decisions on an older version are made again."""

counter = Table("counter", metadata, key("community"), key("kind"), number("value"))
"""The last number given out for each kind of code."""

job_pause = Table("job_pause", metadata, key("community"), key("job"), number("paused"), number("at"))
"""Jobs that somebody paused, and since when; a resumed one keeps its row with 0."""
