"""Erasures that were asked for, and rows of the ledger that supervisors were shown."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erasure",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("asked_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "subject", "channel", "account"),
    )
    op.create_table(
        "shown_row",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("code", sa.BigInteger, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "code", "person"),
    )
