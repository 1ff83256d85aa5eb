"""The proof that hours agree with the plan of their activity and with the points that were given for them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from domain.activities.hours import HOURLY
from storage.tables.activities import activity, attendance
from storage.tables.ledger import entry, rule_snapshot

_MINUTE = 60_000
_undone = entry.alias("undone")


@dataclass(frozen=True, slots=True)
class _There:
    """Somebody's attendance, beside when the activity was."""

    activity: int
    subject: int
    in_at: int
    out_at: int
    how: str
    minutes: int
    state: str
    starts_at: int
    ends_at: int

    @property
    def holds(self) -> bool:
        """True where the minutes are those between the two codes, within the plan."""
        stayed = min(self.out_at, self.ends_at) - max(self.in_at, self.starts_at)
        return self.minutes == (max(0, stayed) // _MINUTE if self.out_at else 0)

    @property
    def source(self) -> str:
        """What its points are posted under."""
        return f"activity:{self.activity}:{self.how}"


def prove_hours(connection: Connection, community: str) -> list[str]:
    """Every attendance that cannot be as it stands, and every entry for hours that nobody was there for."""
    there = _attendances(connection, community)
    wrong = [
        f"hours of subject {one.subject} at activity {one.activity}: not what its times and its plan say"
        for one in there
        if not one.holds
    ]
    credited = {(one.source, one.subject): one for one in there if one.state == "credited"}
    return [*wrong, *_points(connection, community, credited)]


def _attendances(connection: Connection, community: str) -> list[_There]:
    columns = (attendance.c[name] for name in ("activity", "subject", "in_at", "out_at", "how", "minutes", "state"))
    rows = connection.execute(
        select(*columns, activity.c.starts_at, activity.c.ends_at)
        .join(activity, and_(activity.c.community == attendance.c.community, activity.c.id == attendance.c.activity))
        .where(attendance.c.community == community)
        .order_by(attendance.c.activity, attendance.c.subject)
    )
    return [_There(*tuple(row)) for row in rows]


def _points(connection: Connection, community: str, credited: Mapping[tuple[str, int], _There]) -> Iterator[str]:
    """Entries for activities that were not reversed, against who was there and for how long."""
    rows = connection.execute(
        select(entry.c.seq, entry.c.source, entry.c.subject, entry.c.amount, rule_snapshot.c.snapshot)
        .outerjoin(
            rule_snapshot,
            and_(
                rule_snapshot.c.community == entry.c.community,
                rule_snapshot.c.version == entry.c.version,
                rule_snapshot.c.item == entry.c.item,
            ),
        )
        .outerjoin(_undone, and_(_undone.c.community == entry.c.community, _undone.c.reverses == entry.c.seq))
        .where(entry.c.community == community, entry.c.account == "credit", entry.c.source.like("activity:%"))
        .where(entry.c.reverses.is_(None), _undone.c.seq.is_(None))
        .order_by(entry.c.seq)
    )
    for seq, source, subject, amount, snapshot in rows:
        one = credited.get((source, subject))
        if one is None:
            yield f"entry {seq}: paid for hours that nobody was there for"
        elif amount > _most(json.loads(snapshot or "{}"), one.minutes):
            yield f"entry {seq}: paid for more hours than were served"


def _most(item: Mapping[str, object], minutes: int) -> int:
    """The points that the time may earn; what counts once earns its points, whatever the time."""
    points = int(str(item.get("points", 0)))
    return points * (minutes // 60) if item.get("unit") == HOURLY else points
