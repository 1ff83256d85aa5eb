"""Facts of homes and shops stand in a table of their own; what visits had kept moves there."""

import json
from datetime import datetime, timedelta, timezone

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_SHANGHAI = timezone(timedelta(hours=8))


def upgrade() -> None:
    known = op.create_table(
        "known_fact",
        sa.Column("community", sa.Text, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False, server_default=""),
        sa.Column("basis", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("community", "subject", "field", "source", "day"),
    )
    _move(known)


def _move(known: sa.Table) -> None:
    matter = sa.table("matter", *map(sa.column, ("community", "code", "sort", "subject", "opened_at", "facts")))
    subject = sa.table("subject", *map(sa.column, ("community", "id", "state")))
    gone = sa.exists().where(
        subject.c.community == matter.c.community, subject.c.id == matter.c.subject, subject.c.state != ""
    )
    connection = op.get_bind()
    visits = connection.execute(sa.select(matter, gone.label("gone")).where(matter.c.sort == "visit")).all()
    rows: dict[tuple[object, ...], dict[str, object]] = {}
    for visit in sorted(visits, key=lambda one: one.opened_at):
        facts = json.loads(visit.facts)
        fields = facts.pop("fields", None)
        if fields is None:
            continue
        day = datetime.fromtimestamp(visit.opened_at / 1000, _SHANGHAI).date().isoformat()
        # Whoever was erased takes the facts along.
        for field, said in () if visit.gone else fields.items():
            key = {"community": visit.community, "subject": visit.subject, "field": field, "source": said["source"]}
            rows[*key.values(), day] = {**key, "day": day, "value": said["value"], "basis": ""}
        left = json.dumps(facts, ensure_ascii=False, sort_keys=True)
        connection.execute(
            sa.update(matter)
            .where(matter.c.community == visit.community, matter.c.code == visit.code)
            .values(facts=left)
        )
    if rows:
        connection.execute(sa.insert(known), list(rows.values()))
