"""The grades that were told, and the versions of the residents' covenant."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "grade_kept",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False),
        sa.Column("grade", sa.Text, nullable=False, server_default=""),
        sa.Column("score", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("warned", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("refused", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "subject"),
    )
    op.create_table(
        "covenant",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("title", sa.Text, nullable=False, server_default=""),
        sa.Column("articles", sa.Text, nullable=False, server_default=""),
        sa.Column("changes", sa.Text, nullable=False, server_default=""),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.Column("comment_until", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("meeting", sa.Text, nullable=False, server_default=""),
        sa.Column("adopted_on", sa.Text, nullable=False, server_default=""),
        sa.Column("votes_for", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("votes_against", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "version"),
    )
