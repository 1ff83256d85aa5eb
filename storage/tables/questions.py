"""The one open question per person and chat."""

from sqlalchemy import Table

from storage.tables.columns import key, metadata, number, text

question = Table(
    "question",
    metadata,
    key("community"),
    key("channel"),
    key("chat"),
    key("account"),
    text("body"),
    number("expires_at"),
)
"""``chat`` is the room, empty in private; ``body`` is JSON of the command that waits for the answer."""
