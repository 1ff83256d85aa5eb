"""The grade each subject was told last."""

from sqlalchemy import BigInteger, Table

from storage.tables.columns import key, metadata, number, text

grade_kept = Table(
    "grade_kept",
    metadata,
    key("community"),
    key("subject", BigInteger),
    text("grade"),
    number("score"),
    number("warned"),
    text("refused"),
)
"""One row per subject, replaced when it changes."""
