"""Volunteers say what they can do and when they are free."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("volunteer", sa.Column("skills", sa.Text, nullable=False, server_default=""))
    op.add_column("volunteer", sa.Column("times", sa.Text, nullable=False, server_default=""))
