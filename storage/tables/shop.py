"""The rewards shop: vouchers, stock, and vouchers to bearer."""

from sqlalchemy import CheckConstraint, Index, Table

from storage.tables.columns import key, metadata, number, optional, text

voucher = Table(
    "voucher",
    metadata,
    key("community"),
    key("code"),
    number("subject"),
    text("reward"),
    text("title"),
    number("cost"),
    text("state"),
    text("source"),
    text("month"),
    number("issued_at"),
    text("until_on"),
    optional("moved_at"),
    number("person"),
    text("back"),
    text("place"),
    text("starts"),
    text("ends"),
    CheckConstraint("state IN ('issued', 'used', 'returned', 'expired')", name="voucher_state"),
    Index("voucher_of_subject", "community", "subject", "issued_at"),
    Index("voucher_until", "community", "state", "until_on"),
    Index("voucher_month", "community", "month"),
    Index("voucher_paid_once", "community", "source", unique=True),
)
"""A piece for each code; ``source`` is that of the entry that paid, ``back`` the month whose stock it went back to."""

stock = Table(
    "stock",
    metadata,
    key("community"),
    key("month"),
    key("reward"),
    number("received"),
    number("issued"),
    number("back"),
    number("remaining"),
    CheckConstraint("remaining >= 0", name="stock_not_below_zero"),
    CheckConstraint("issued + remaining = received + back", name="stock_adds_up"),
)
"""One row for each month and reward that somebody touched."""

bearer = Table(
    "bearer",
    metadata,
    key("community"),
    key("mark"),
    text("week"),
    number("points"),
    text("until_on"),
    sqlite_with_rowid=False,
)
"""Vouchers to bearer that may be spent, under a keyed hash of their code; spent ones are deleted."""

drawer = Table(
    "drawer",
    metadata,
    key("community"),
    key("mark"),
    text("week"),
    text("until_on"),
    text("sealed"),
    sqlite_with_rowid=False,
)
"""Codes to bearer that were not handed out yet, sealed to the key of their month."""
