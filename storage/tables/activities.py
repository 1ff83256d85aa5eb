"""Activities, their places and who was there."""

from sqlalchemy import BigInteger, Index, Table

from storage.tables.columns import key, metadata, number, text

activity = Table(
    "activity",
    metadata,
    key("community"),
    key("id", BigInteger),
    text("kind"),
    text("title"),
    text("item"),
    text("grid"),
    number("starts_at"),
    number("ends_at"),
    text("place"),
    number("seats"),
    text("lecturer"),
    text("team"),
    text("station"),
    number("person"),
    number("subject"),
    text("role"),
    text("in_code"),
    text("out_code"),
    text("state"),
    text("done"),
    Index("activity_ends", "community", "ends_at"),
)
"""``person`` or ``subject`` organises it; ``done`` names, with spaces between, what the calendar did about it."""

signup = Table(
    "signup",
    metadata,
    key("community"),
    key("activity", BigInteger),
    key("subject", BigInteger),
    number("turn"),
    text("state"),
    Index("signup_of_subject", "community", "subject"),
)
"""Places; ``turn`` counts over all and is the order of the line."""

attendance = Table(
    "attendance",
    metadata,
    key("community"),
    key("activity", BigInteger),
    key("subject", BigInteger),
    number("in_at"),
    number("out_at"),
    text("how"),
    number("minutes"),
    text("state"),
    number("witness"),
    Index("attendance_of_subject", "community", "subject"),
)
"""Hours by code and by hand are told apart by ``how``."""
