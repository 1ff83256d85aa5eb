"""Pictures and documents kept in the book."""

from sqlalchemy import Column, Index, LargeBinary, Table

from storage.tables.columns import key, metadata, optional, text

attachment = Table(
    "attachment",
    metadata,
    key("community"),
    key("id"),
    text("name"),
    Column("body", LargeBinary, nullable=False),
    text("form"),
    optional("expires_at"),
    Index("attachment_expiry", "community", "expires_at"),
)
"""``id`` is the SHA-256 of the body, ``form`` names what draws a JSON body, after ``expires_at`` it is erased."""
