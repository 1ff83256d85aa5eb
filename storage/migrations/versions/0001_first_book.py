"""The first book: inbox, ledger, outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
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
        "grid",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False, server_default=""),
        sa.Column("facts", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "code"),
    )
    op.create_table(
        "room",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("room", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False, server_default=""),
        sa.Column("grid", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "channel", "room"),
    )
    op.create_table(
        "subject",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False, server_default=""),
        sa.Column("name", sa.Text, nullable=False, server_default=""),
        sa.Column("grid", sa.Text, nullable=False, server_default=""),
        sa.Column("address", sa.Text, nullable=False, server_default=""),
        sa.Column("household", sa.Text, nullable=False, server_default=""),
        sa.Column("contact", sa.Text, nullable=False, server_default=""),
        sa.Column("guardian", sa.Text, nullable=False, server_default=""),
        sa.Column("station", sa.Text, nullable=False, server_default=""),
        sa.Column("minor", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("phone_mark", sa.Text, nullable=False, server_default=""),
        sa.Column("tail_mark", sa.Text, nullable=False, server_default=""),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "id"),
    )
    op.create_index("subject_at", "subject", ["community", "address"])
    op.create_index("subject_once", "subject", ["community", "kind", "name", "grid", "address"], unique=True)
    op.create_table(
        "staff",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("name", sa.Text, nullable=False, server_default=""),
        sa.Column("role", sa.Text, nullable=False, server_default=""),
        sa.Column("grid", sa.Text, nullable=False, server_default=""),
        sa.Column("unit", sa.Text, nullable=False, server_default=""),
        sa.Column("seat", sa.Text, nullable=False, server_default=""),
        sa.Column("recusals", sa.Text, nullable=False, server_default=""),
        sa.Column("phone_mark", sa.Text, nullable=False, server_default=""),
        sa.Column("tail_mark", sa.Text, nullable=False, server_default=""),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "id"),
    )
    op.create_index("staff_once", "staff", ["community", "name", "role", "grid", "unit"], unique=True)
    op.create_table(
        "listing",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "kind", "name"),
    )
    op.create_table(
        "account",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("active", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "channel", "account"),
    )
    op.create_table(
        "binding",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("community", "channel", "account", "subject"),
    )
    op.create_index("binding_of_subject", "binding", ["community", "subject"])
    op.create_table(
        "duty",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("community", "channel", "account", "person"),
    )
    op.create_index("duty_of_person", "duty", ["community", "person"])
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
    op.create_table(
        "question",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False, server_default=""),
        sa.Column("expires_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "channel", "chat", "account"),
    )
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
