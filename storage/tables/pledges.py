"""Which texts stood in which chats."""

from sqlalchemy import Table

from storage.tables.columns import key, metadata, number

text_shown = Table("text_shown", metadata, key("community"), key("chat"), key("what"), number("at"))
"""``what`` names a text and its version, ``at`` the last time it was shown."""
