"""What people wanted in vain is counted by month."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unmet",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("community", "month", "sort", "what", "why")),
        sa.Column("count", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "month", "sort", "what", "why"),
    )
