"""Confidential tip-offs. No column here may hold or lead to an account, a message, a room or a time.

Keys are random and tables are kept in their order, so that not even the place of a row tells when it came.
"""

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Table

from storage.tables.columns import key, metadata, number, text

tip_case = Table(
    "tip_case",
    metadata,
    key("community"),
    key("code"),
    text("state"),
    text("grid"),
    text("topic"),
    number("urgent"),
    number("serious"),
    number("guarded"),
    number("readable"),
    text("opened_on"),
    text("handed_on"),
    text("closed_on"),
    text("matter_mark"),
    text("relay"),
    text("relay_on"),
    text("joined"),
    number("rewarded"),
    Index("tip_case_matter", "community", "matter_mark"),
    sqlite_with_rowid=False,
)
"""``relay`` is the way back, sealed to the month's key; days are ISO text, empty where it did not come to that.

``joined`` is the case on the same matter that a merged one is checked with; ``rewarded`` says that one was granted.
"""

tip_recipient = Table(
    "tip_recipient",
    metadata,
    key("community"),
    key("code"),
    key("person", BigInteger),
    text("role"),
    number("voted"),
    sqlite_with_rowid=False,
)
"""The staff members whose keys open a case."""

tip_part = Table(
    "tip_part",
    metadata,
    key("community"),
    key("code"),
    key("part"),
    text("kind"),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""Texts and photos, each under a key of its own; ``part`` is random."""

tip_wrap = Table(
    "tip_wrap",
    metadata,
    key("community"),
    key("code"),
    key("part"),
    key("person", BigInteger),
    text("wrap"),
    sqlite_with_rowid=False,
)
"""The part's key, sealed to a staff member's, or under person 0 to the bot's own key until the hand-over."""

tip_receipt = Table(
    "tip_receipt",
    metadata,
    key("community"),
    key("mark"),
    text("code"),
    sqlite_with_rowid=False,
)
"""Keyed hashes of receipts; deleted, never marked."""

tip_reward = Table(
    "tip_reward",
    metadata,
    key("community"),
    key("mark"),
    text("until_on"),
    sqlite_with_rowid=False,
)
"""Rewards that may be taken, under another keyed hash of the receipt, so that no row leads to a case."""

tip_pool = Table(
    "tip_pool",
    metadata,
    key("community"),
    text("epoch"),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""All rewards that wait for a month's end, in one blob of one length under the epoch's own key."""

tip_echo = Table(
    "tip_echo",
    metadata,
    key("community"),
    key("code"),
    key("part"),
    text("sealed"),
    sqlite_with_rowid=False,
)
"""By what the bot still knows the recipients' words for a tip's; sealed to the month's key, of few lengths."""

tip_view = Table(
    "tip_view",
    metadata,
    key("community"),
    key("code"),
    key("person", BigInteger),
    key("seen_on"),
    text("role"),
    sqlite_with_rowid=False,
)
"""Which staff members opened a case, by day."""

tip_count = Table(
    "tip_count", metadata, key("community"), key("month"), key("kind"), number("count"), sqlite_with_rowid=False
)
"""Counts by month, kept for ever."""

tip_key = Table(
    "tip_key",
    metadata,
    key("community"),
    key("person", BigInteger),
    Column("public", LargeBinary, nullable=False),
    text("made_on"),
)
"""Public keys of the staff members who receive tip-offs."""
