"""The ledger, its balances and what lies beside it."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table

from storage.tables.columns import key, metadata, number, optional, text

rule_snapshot = Table("rule_snapshot", metadata, key("community"), key("version"), key("item"), text("snapshot"))
"""Items as they read in the version an entry was made by."""

entry = Table(
    "entry",
    metadata,
    key("community"),
    key("seq", BigInteger),
    number("code"),
    number("subject"),
    text("account"),
    text("contra"),
    Column("amount", Integer, nullable=False),
    text("source"),
    text("item"),
    text("version"),
    text("snapshot"),
    number("person"),
    text("role"),
    text("grid"),
    text("occurred_on"),
    number("posted_at"),
    optional("reverses"),
    text("evidence"),
    text("note_digest"),
    text("hash"),
    CheckConstraint("amount <> 0 AND amount BETWEEN -1000 AND 1000", name="entry_amount"),
    CheckConstraint("account IN ('credit', 'spendable')", name="entry_account"),
    Index("entry_once", "community", "source", "item", "subject", "account", unique=True),
    # In the book it holds reversals alone; said here, that would load both databases' dialects at every start.
    Index("entry_reversed_once", "community", "reverses", unique=True),
    Index("entry_of_subject", "community", "subject", "seq"),
    Index("entry_of_code", "community", "code"),
)
"""The ledger. Triggers refuse every update and delete."""

entry_note = Table("entry_note", metadata, key("community"), key("seq", BigInteger), text("note"))
"""Free words beside an entry, erasable; the chain covers only their keyed hash."""

balance = Table(
    "balance",
    metadata,
    key("community"),
    key("subject", BigInteger),
    key("account"),
    number("points"),
    number("entries"),
)
"""The cached sum of a subject's entries, kept in the same transaction."""

chain_head = Table("chain_head", metadata, key("community"), number("seq"), text("hash"))
"""The last entry of each community's chain."""
