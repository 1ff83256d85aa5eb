"""What was done at the staff desk."""

from sqlalchemy import BigInteger, Table

from storage.tables.columns import key, metadata, number, text

desk_action = Table(
    "desk_action",
    metadata,
    key("community"),
    key("id", BigInteger),
    text("who"),
    text("what"),
    number("at"),
)
"""Who did what and when: ``what`` is a fixed word; rows are only added."""

duty_check = Table("duty_check", metadata, key("community"), key("person", BigInteger), number("at"))
"""When the administrator last confirmed a staff member's role."""
