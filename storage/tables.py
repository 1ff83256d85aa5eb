"""The tables of the book; the community is the first part of every key, so a district can spread them by it.

Times are epoch milliseconds, dates ISO text, so that both databases hold and order them alike.
"""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, MetaData, Table, Text

metadata = MetaData()


def _key(name: str, kind: type[BigInteger | Text] = Text) -> Column[object]:
    return Column(name, kind, primary_key=True, autoincrement=False, nullable=False)


def _text(name: str) -> Column[object]:
    return Column(name, Text, nullable=False, server_default="")


def _number(name: str) -> Column[object]:
    return Column(name, BigInteger, nullable=False, server_default="0")


inbox = Table(
    "inbox",
    metadata,
    _key("community"),
    _key("key"),
    _text("fingerprint"),
    _number("at"),
    Index("inbox_fingerprint", "community", "fingerprint", "at"),
)
"""Messages worked on, by keyed hash; never a sender, never a text."""

job_run = Table("job_run", metadata, _key("community"), _key("key"), _number("at"))
"""Periods posted: the key is job|period|chat."""

version = Table("version", metadata, _key("community"), _key("key"), _number("version"))
"""How often a watched key of the book has changed; decisions on an older version are made again."""

counter = Table("counter", metadata, _key("community"), _key("kind"), _number("value"))
"""The last number given out for each kind of code."""

rule_snapshot = Table(
    "rule_snapshot", metadata, _key("community"), _key("version"), _key("item"), _text("snapshot")
)
"""Items as they read in the version an entry was made by."""

entry = Table(
    "entry",
    metadata,
    _key("community"),
    _key("seq", BigInteger),
    _number("code"),
    _number("subject"),
    _text("account"),
    _text("contra"),
    Column("amount", Integer, nullable=False),
    _text("source"),
    _text("item"),
    _text("version"),
    _text("snapshot"),
    _number("person"),
    _text("role"),
    _text("grid"),
    _text("occurred_on"),
    _number("posted_at"),
    Column("reverses", BigInteger, nullable=True),
    _text("evidence"),
    _text("note_digest"),
    _text("hash"),
    CheckConstraint("amount <> 0 AND amount BETWEEN -1000 AND 1000", name="entry_amount"),
    CheckConstraint("account IN ('credit', 'spendable')", name="entry_account"),
    Index("entry_once", "community", "source", "item", "subject", "account", unique=True),
    Index("entry_reversed_once", "community", "reverses", unique=True),
    Index("entry_of_subject", "community", "subject", "seq"),
    Index("entry_of_code", "community", "code"),
)
"""The ledger. Triggers refuse every update and delete."""

entry_note = Table("entry_note", metadata, _key("community"), _key("seq", BigInteger), _text("note"))
"""Free words beside an entry, erasable; the chain covers only their keyed hash."""

balance = Table(
    "balance",
    metadata,
    _key("community"),
    _key("subject", BigInteger),
    _key("account"),
    _number("points"),
    _number("entries"),
)
"""The cached sum of a subject's entries, kept in the same transaction."""

chain_head = Table("chain_head", metadata, _key("community"), _number("seq"), _text("hash"))
"""The last entry of each community's chain."""

outbox = Table(
    "outbox",
    metadata,
    _key("community"),
    _key("id", BigInteger),
    _text("target"),
    _text("payload"),
    _number("urgency"),
    _text("state"),
    _number("attempts"),
    _number("created_at"),
    _number("due_at"),
    Column("expires_at", BigInteger, nullable=True),
    _number("sent_at"),
    _text("platform_id"),
    Index("outbox_due", "community", "state", "due_at", "id"),
    Index("outbox_order", "community", "target", "id"),
)
"""What the bot owes somebody to say: pending, sending, sent, in_doubt, dead, expired."""
