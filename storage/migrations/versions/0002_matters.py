"""Matters with their steps, the rows of 今日, pictures and documents."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "matter",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("sort", sa.Text, nullable=False, server_default=""),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.Column("subject", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("grid", sa.Text, nullable=False, server_default=""),
        sa.Column("role", sa.Text, nullable=False, server_default=""),
        sa.Column("person", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("line", sa.Text, nullable=False, server_default=""),
        sa.Column("concerns", sa.Text, nullable=False, server_default=""),
        sa.Column("opened_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("due_at", sa.BigInteger, nullable=True),
        sa.Column("closed_at", sa.BigInteger, nullable=True),
        sa.Column("facts", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "code"),
    )
    op.create_index("matter_due", "matter", ["community", "closed_at", "due_at"])
    op.create_index("matter_of_subject", "matter", ["community", "subject", "sort", "opened_at"])
    op.create_index("matter_of_sort", "matter", ["community", "sort", "opened_at"])
    op.create_index("matter_open", "matter", ["community", "closed_at", "grid", "opened_at"])
    op.create_table(
        "matter_step",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("step", sa.BigInteger, nullable=False),
        sa.Column("act", sa.Text, nullable=False, server_default=""),
        sa.Column("person", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("role", sa.Text, nullable=False, server_default=""),
        sa.Column("note", sa.Text, nullable=False, server_default=""),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "code", "step"),
    )
    op.create_table(
        "agenda",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("codes", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "channel", "account"),
    )
    op.create_table(
        "attachment",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False, server_default=""),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("form", sa.Text, nullable=False, server_default=""),
        sa.Column("expires_at", sa.BigInteger, nullable=True),
        sa.PrimaryKeyConstraint("community", "id"),
    )
    op.create_index("attachment_expiry", "attachment", ["community", "expires_at"])
    op.add_column("outbox", sa.Column("served", sa.Text, nullable=False, server_default=""))
    op.add_column("outbox", sa.Column("door", sa.Text, nullable=False, server_default=""))
    op.create_index("outbox_door", "outbox", ["community", "door", "sent_at"])
    op.create_index("outbox_sent", "outbox", ["community", "sent_at"])
    op.create_table(
        "spoken",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("channel", sa.Text, nullable=False, server_default=""),
        sa.Column("conversation", sa.Text, nullable=False, server_default=""),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "id"),
    )
    op.create_index("spoken_at", "spoken", ["community", "at"])
    op.create_table(
        "desk_action",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("who", sa.Text, nullable=False, server_default=""),
        sa.Column("what", sa.Text, nullable=False, server_default=""),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "id"),
    )
    op.create_table(
        "duty_check",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "person"),
    )
    op.create_table(
        "text_shown",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "chat", "what"),
    )
    op.create_table(
        "tip_case",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.Column("grid", sa.Text, nullable=False, server_default=""),
        sa.Column("topic", sa.Text, nullable=False, server_default=""),
        sa.Column("urgent", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("serious", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("guarded", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("readable", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("opened_on", sa.Text, nullable=False, server_default=""),
        sa.Column("handed_on", sa.Text, nullable=False, server_default=""),
        sa.Column("closed_on", sa.Text, nullable=False, server_default=""),
        sa.Column("matter_mark", sa.Text, nullable=False, server_default=""),
        sa.Column("relay", sa.Text, nullable=False, server_default=""),
        sa.Column("relay_on", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "code"),
        sqlite_with_rowid=False,
    )
    op.create_index("tip_case_matter", "tip_case", ["community", "matter_mark"])
    op.create_table(
        "tip_recipient",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("role", sa.Text, nullable=False, server_default=""),
        sa.Column("voted", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "code", "person"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tip_part",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False, server_default=""),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("community", "code", "part"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tip_wrap",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("wrap", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "code", "part", "person"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tip_receipt",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "mark"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tip_reward",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("until_on", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "mark"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tip_view",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("seen_on", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "code", "person", "seen_on"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tip_count",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("month", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("count", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "month", "kind"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tip_key",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("public", sa.LargeBinary, nullable=False),
        sa.Column("made_on", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "person"),
    )
    op.create_table(
        "consent",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("change", sa.BigInteger, nullable=False),
        sa.Column("level", sa.Text, nullable=False, server_default=""),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "subject", "purpose", "change"),
    )
    op.create_table(
        "closing",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("month", sa.Text, nullable=False),
        sa.Column("grid", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "month", "grid"),
    )
