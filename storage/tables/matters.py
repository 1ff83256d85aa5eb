"""Matters, their steps, and the rows of 今日 that people answer by number."""

from sqlalchemy import BigInteger, Index, Table

from storage.tables.columns import key, metadata, number, optional, text

matter = Table(
    "matter",
    metadata,
    key("community"),
    key("code"),
    text("sort"),
    text("state"),
    number("subject"),
    text("grid"),
    text("role"),
    number("person"),
    text("line"),
    text("concerns"),
    number("opened_at"),
    optional("due_at"),
    optional("closed_at"),
    text("facts"),
    Index("matter_open", "community", "closed_at", "grid", "opened_at"),
    Index("matter_of_subject", "community", "subject", "sort", "opened_at"),
    Index("matter_of_sort", "community", "sort", "opened_at"),
    Index("matter_due", "community", "closed_at", "due_at"),
)
"""``role`` and ``person`` say whom it waits for; ``concerns`` and ``facts`` are JSON."""

matter_step = Table(
    "matter_step",
    metadata,
    key("community"),
    key("code"),
    key("step", BigInteger),
    text("act"),
    number("person"),
    text("role"),
    text("note"),
    number("at"),
)
"""Every step of every matter, numbered over all; rows are only added."""

agenda = Table("agenda", metadata, key("community"), key("channel"), key("account"), text("codes"))
"""The numbered rows an account was shown last, as a JSON list of codes."""
