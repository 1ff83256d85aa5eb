"""The index of reversals holds reversals alone: SQLite took it for the way to everything that reverses nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_REVERSES = sa.text("reverses IS NOT NULL")


def upgrade() -> None:
    op.drop_index("entry_reversed_once", "entry")
    op.create_index(
        "entry_reversed_once",
        "entry",
        ["community", "reverses"],
        unique=True,
        sqlite_where=_REVERSES,
        postgresql_where=_REVERSES,
    )
