"""Activities with places and attendances, team membership, volunteers."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "activity",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False, server_default=""),
        sa.Column("title", sa.Text, nullable=False, server_default=""),
        sa.Column("item", sa.Text, nullable=False, server_default=""),
        sa.Column("grid", sa.Text, nullable=False, server_default=""),
        sa.Column("starts_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("ends_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("place", sa.Text, nullable=False, server_default=""),
        sa.Column("seats", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("lecturer", sa.Text, nullable=False, server_default=""),
        sa.Column("team", sa.Text, nullable=False, server_default=""),
        sa.Column("station", sa.Text, nullable=False, server_default=""),
        sa.Column("person", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("subject", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("role", sa.Text, nullable=False, server_default=""),
        sa.Column("in_code", sa.Text, nullable=False, server_default=""),
        sa.Column("out_code", sa.Text, nullable=False, server_default=""),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.Column("done", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "id"),
    )
    op.create_index("activity_ends", "activity", ["community", "ends_at"])
    op.create_table(
        "signup",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("activity", sa.BigInteger, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False),
        sa.Column("turn", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "activity", "subject"),
    )
    op.create_index("signup_of_subject", "signup", ["community", "subject"])
    op.create_table(
        "attendance",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("activity", sa.BigInteger, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False),
        sa.Column("in_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("out_at", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("how", sa.Text, nullable=False, server_default=""),
        sa.Column("minutes", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.Column("witness", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "activity", "subject"),
    )
    op.create_index("attendance_of_subject", "attendance", ["community", "subject"])
    op.create_table(
        "team_member",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("captain", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("since", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "team", "who"),
    )
    op.create_index("team_member_subject", "team_member", ["community", "subject"])
    op.create_table(
        "volunteer",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("community", "subject"),
    )
