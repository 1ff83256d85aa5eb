"""What the bot owes somebody to say."""

from sqlalchemy import BigInteger, Index, Table

from storage.tables.columns import key, metadata, number, optional, text

SEALED = "sealed:"
"""How the target of a message begins that is kept sealed, its real target within."""

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
    text("served"),
    text("door"),
    Index("outbox_door", "community", "door", "sent_at"),
    Index("outbox_due", "community", "state", "due_at", "id"),
    Index("outbox_order", "community", "target", "id"),
    Index("outbox_sent", "community", "sent_at"),
)
"""What the bot owes somebody to say: pending, sending, sent, in_doubt, dead, expired.

``served`` is a JSON list of the steps that were taken, ``door`` the private conversation that it went to.
"""

spoken = Table(
    "spoken",
    metadata,
    key("community"),
    key("id", BigInteger),
    text("channel"),
    text("conversation"),
    number("at"),
    Index("spoken_at", "community", "at"),
)
"""What counted for a platform's quota within the last hour; private conversations are not named."""
