"""The first book: inbox, ledger, outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False, server_default=""),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "key"),
    )
    op.create_index("inbox_fingerprint", "inbox", ["community", "fingerprint", "at"])
    op.create_table(
        "job_run",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "key"),
    )
    op.create_table(
        "version",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "key"),
    )
    op.create_table(
        "counter",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("value", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "kind"),
    )
    op.create_table(
        "rule_snapshot",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("snapshot", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "version", "item"),
    )
    op.create_table(
        "entry",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("code", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("subject", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("account", sa.Text, nullable=False, server_default=""),
        sa.Column("contra", sa.Text, nullable=False, server_default=""),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False, server_default=""),
        sa.Column("item", sa.Text, nullable=False, server_default=""),
        sa.Column("version", sa.Text, nullable=False, server_default=""),
        sa.Column("snapshot", sa.Text, nullable=False, server_default=""),
        sa.Column("person", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("role", sa.Text, nullable=False, server_default=""),
        sa.Column("grid", sa.Text, nullable=False, server_default=""),
        sa.Column("occurred_on", sa.Text, nullable=False, server_default=""),
        sa.Column("posted_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("reverses", sa.BigInteger, nullable=True),
        sa.Column("evidence", sa.Text, nullable=False, server_default=""),
        sa.Column("note_digest", sa.Text, nullable=False, server_default=""),
        sa.Column("hash", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "seq"),
        sa.CheckConstraint("account IN ('credit', 'spendable')", name="entry_account"),
        sa.CheckConstraint("amount <> 0 AND amount BETWEEN -1000 AND 1000", name="entry_amount"),
    )
    op.create_index("entry_of_code", "entry", ["community", "code"])
    op.create_index("entry_of_subject", "entry", ["community", "subject", "seq"])
    op.create_index("entry_once", "entry", ["community", "source", "item", "subject", "account"], unique=True)
    op.create_index("entry_reversed_once", "entry", ["community", "reverses"], unique=True)
    op.create_table(
        "entry_note",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("note", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "seq"),
    )
    op.create_table(
        "balance",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("points", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("entries", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "subject", "account"),
    )
    op.create_table(
        "chain_head",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("hash", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community"),
    )
    op.create_table(
        "outbox",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("target", sa.Text, nullable=False, server_default=""),
        sa.Column("payload", sa.Text, nullable=False, server_default=""),
        sa.Column("urgency", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.Column("attempts", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("created_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("due_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("expires_at", sa.BigInteger, nullable=True),
        sa.Column("sent_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("platform_id", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "id"),
    )
    op.create_index("outbox_due", "outbox", ["community", "state", "due_at", "id"])
    op.create_index("outbox_order", "outbox", ["community", "target", "id"])
    _protect_entries()


def _protect_entries() -> None:
    """Nobody changes or removes an entry, whatever program they use (L1)."""
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER entry_no_{deed.lower()} BEFORE {deed} ON entry "
                "BEGIN SELECT RAISE(ABORT, 'entries are only added'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION entry_only_added() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'entries are only added'; END $$"
    )
    op.execute(
        "CREATE TRIGGER entry_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION entry_only_added()"
    )
