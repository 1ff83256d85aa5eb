"""Who is in which team, and who agreed to be registered as a volunteer."""

from sqlalchemy import BigInteger, Index, Table

from storage.tables.columns import key, metadata, number, text

team_member = Table(
    "team_member",
    metadata,
    key("community"),
    key("team"),
    key("who"),
    number("subject"),
    number("captain"),
    number("since"),
    text("state"),
    Index("team_member_subject", "community", "subject"),
)
"""``who`` is the subject's number, or the register's name after a ``?`` where it fits nobody or several people."""

volunteer = Table(
    "volunteer",
    metadata,
    key("community"),
    key("subject", BigInteger),
    number("number"),
    number("at"),
    text("skills"),
    text("times"),
)
"""The number of everybody who agreed to be registered, and when; ``skills`` and ``times`` are joined by ``、``."""
