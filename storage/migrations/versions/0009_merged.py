"""Tip-offs on one matter are checked together, and rewarded once."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tip_case", sa.Column("joined", sa.Text, nullable=False, server_default=""))
    op.add_column("tip_case", sa.Column("rewarded", sa.BigInteger, nullable=False, server_default="0"))
