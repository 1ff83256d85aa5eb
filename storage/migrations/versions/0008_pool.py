"""The month-end pool of rewards, and by what a tip's own words are known again."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tip_pool",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("epoch", sa.Text, nullable=False, server_default=""),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("community"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tip_echo",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("sealed", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "code", "part"),
        sqlite_with_rowid=False,
    )
