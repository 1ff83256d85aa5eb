"""Ledger entries: numbered, chained, added to the balances, their notes kept beside them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, insert, select

from domain.ledger import GENESIS, Entry, NewEntry, chained, in_order, note_digest, snapshot_digest
from domain.period import SHANGHAI, civil
from storage.posting.scope import Batch, Poster
from storage.tables.closing import closing
from storage.tables.ledger import balance, chain_head, entry, entry_note, rule_snapshot
from storage.upserting import upsert

_HEAD = select(chain_head.c.seq, chain_head.c.hash).where(chain_head.c.community == bindparam("community"))
_IS_CLOSED = select(closing.c.at).where(
    closing.c.community == bindparam("community"),
    closing.c.grid == bindparam("grid"),
    closing.c.month == bindparam("month"),
)
_ADD_ENTRY = insert(entry)
_NAMES = (*Entry.__slots__, "hash")
_ADD_NOTE = insert(entry_note)


def _head(batch: Batch) -> tuple[int, str]:
    statement = _HEAD if batch.connection.dialect.name == "sqlite" else _HEAD.with_for_update()
    row = batch.read(statement).first()
    return (0, GENESIS) if row is None else (row.seq, row.hash)


def _open_day(batch: Batch, unit: int, new: NewEntry, closed: dict[tuple[str, str], bool]) -> str:
    """The day an entry is booked on: what belongs to a closed month goes to the day it is posted (L11)."""
    posted = civil(datetime.fromtimestamp(batch.units[unit].at / 1000, SHANGHAI)).isoformat()
    month = new.occurred_on[:7]
    if month >= posted[:7]:
        return new.occurred_on
    key = (new.hand.grid, month)
    if key not in closed:
        closed[key] = batch.read(_IS_CLOSED, grid=new.hand.grid, month=month).first() is not None
    return posted if closed[key] else new.occurred_on


def _entry(batch: Batch, seq: int, unit: int, new: NewEntry, day: str) -> Entry:
    return Entry(
        seq=seq,
        code=batch.code(unit, new.code),
        subject=new.subject,
        account=new.account,
        contra=new.contra,
        amount=new.amount,
        source=new.source,
        item=new.rule.item,
        version=new.rule.version,
        snapshot=snapshot_digest(new.rule.snapshot),
        person=new.hand.person,
        role=new.hand.role,
        grid=new.hand.grid,
        occurred_on=day,
        posted_at=batch.units[unit].at,
        reverses=new.reverses,
        evidence=new.evidence,
        note_digest=note_digest(batch.note_key, new.note),
    )


def post_entries(batch: Batch, effects: Sequence[tuple[int, NewEntry]]) -> None:
    """Append entries to the chain in the order in which they were decided."""
    seq, head = _head(batch)
    rows = []
    closed: dict[tuple[str, str], bool] = {}
    for unit, new in effects:
        seq += 1
        made = _entry(batch, seq, unit, new, _open_day(batch, unit, new, closed))
        values = in_order(made)
        head = chained(head, values)
        rows.append(dict(zip(_NAMES, (*values, head), strict=True)))
    batch.write(_ADD_ENTRY, rows)
    advance = upsert(batch.connection.dialect.name, chain_head, ("community",), {"seq": "excluded", "hash": "excluded"})
    batch.write(advance, [{"seq": seq, "hash": head}])
    _add_to_balances(batch, [new for _, new in effects])
    _keep_notes(batch, seq - len(effects) + 1, [new for _, new in effects])


def _add_to_balances(batch: Batch, entries: Sequence[NewEntry]) -> None:
    # Summed and ordered by subject, so that two writers can never wait for each other in a circle.
    sums: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0])
    for new in entries:
        total = sums[new.subject, new.account]
        total[0] += new.amount
        total[1] += 1
    statement = upsert(
        batch.connection.dialect.name,
        balance,
        ("community", "subject", "account"),
        {"points": "add", "entries": "add"},
    )
    batch.write(
        statement,
        [
            {"subject": subject, "account": account, "points": points, "entries": count}
            for (subject, account), (points, count) in sorted(sums.items())
        ],
    )


def _keep_notes(batch: Batch, first: int, entries: Sequence[NewEntry]) -> None:
    batch.write(_ADD_NOTE, [{"seq": seq, "note": new.note} for seq, new in enumerate(entries, first) if new.note])
    marks = {(new.rule.version, new.rule.item): new.rule.snapshot for new in entries if new.rule.snapshot}
    batch.write(
        upsert(batch.connection.dialect.name, rule_snapshot, ("community", "version", "item"), {}),
        [
            {"version": version, "item": item, "snapshot": snapshot}
            for (version, item), snapshot in sorted(marks.items())
        ],
    )


POSTERS: dict[type, Poster] = {NewEntry: post_entries}
