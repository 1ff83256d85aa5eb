"""Participation by month and grid, and jobs that are paused."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "participation",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("month", sa.Text, nullable=False),
        sa.Column("grid", sa.Text, nullable=False),
        *(
            sa.Column(name, sa.BigInteger, nullable=False, server_default="0")
            for name in ("subjects", "active", "earning", "declared", "assigned")
        ),
        sa.PrimaryKeyConstraint("community", "month", "grid"),
    )
    op.create_table(
        "job_pause",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("paused", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "job"),
    )
