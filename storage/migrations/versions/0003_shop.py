"""The rewards shop."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "voucher",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("reward", sa.Text, nullable=False, server_default=""),
        sa.Column("title", sa.Text, nullable=False, server_default=""),
        sa.Column("cost", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.Column("source", sa.Text, nullable=False, server_default=""),
        sa.Column("month", sa.Text, nullable=False, server_default=""),
        sa.Column("issued_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("until_on", sa.Text, nullable=False, server_default=""),
        sa.Column("moved_at", sa.BigInteger, nullable=True),
        sa.Column("person", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("back", sa.Text, nullable=False, server_default=""),
        sa.Column("place", sa.Text, nullable=False, server_default=""),
        sa.Column("starts", sa.Text, nullable=False, server_default=""),
        sa.Column("ends", sa.Text, nullable=False, server_default=""),
        sa.CheckConstraint("state IN ('issued', 'used', 'returned', 'expired')", name="voucher_state"),
        sa.PrimaryKeyConstraint("community", "code"),
    )
    op.create_index("voucher_of_subject", "voucher", ["community", "subject", "issued_at"])
    op.create_index("voucher_until", "voucher", ["community", "state", "until_on"])
    op.create_index("voucher_month", "voucher", ["community", "month"])
    op.create_index("voucher_paid_once", "voucher", ["community", "source"], unique=True)
    op.create_table(
        "stock",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("month", sa.Text, nullable=False),
        sa.Column("reward", sa.Text, nullable=False),
        sa.Column("received", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("issued", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("back", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("remaining", sa.BigInteger, nullable=False, server_default="0"),
        sa.CheckConstraint("remaining >= 0", name="stock_not_below_zero"),
        sa.CheckConstraint("issued + remaining = received + back", name="stock_adds_up"),
        sa.PrimaryKeyConstraint("community", "month", "reward"),
    )
    op.create_table(
        "booked",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("resource", sa.Text, nullable=False),
        sa.Column("cell", sa.BigInteger, nullable=False),
        sa.Column("code", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "resource", "cell"),
    )
    op.create_index("booked_code", "booked", ["community", "code"])
    op.create_table(
        "bearer",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("week", sa.Text, nullable=False, server_default=""),
        sa.Column("points", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("until_on", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "mark"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "drawer",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("week", sa.Text, nullable=False, server_default=""),
        sa.Column("until_on", sa.Text, nullable=False, server_default=""),
        sa.Column("sealed", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "mark"),
        sqlite_with_rowid=False,
    )
