"""What the bot owes somebody to say."""

from sqlalchemy import BigInteger, Index, Table

from storage.tables.columns import key, metadata, number, optional, text

outbox = Table(
    "outbox",
    metadata,
    key("community"),
    key("id", BigInteger),
    text("target"),
    text("payload"),
    number("urgency"),
    text("state"),
    number("attempts"),
    number("created_at"),
    number("due_at"),
    optional("expires_at"),
    number("sent_at"),
    text("platform_id"),
    Index("outbox_due", "community", "state", "due_at", "id"),
    Index("outbox_order", "community", "target", "id"),
)
"""What the bot owes somebody to say: pending, sending, sent, in_doubt, dead, expired."""
