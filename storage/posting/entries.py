"""Ledger entries: numbered, chained, added to the balances, their notes kept beside them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from sqlalchemy import bindparam, insert, select, update

from domain.ledger import GENESIS, Entry, NewEntry, chained, note_digest, snapshot_digest
from storage.days import day_of
from storage.posting.scope import Batch, Poster
from storage.tables.closing import closing
from storage.tables.ledger import balance, chain_head, entry, entry_note, rule_snapshot
from storage.upserting import upsert

_HEAD = select(chain_head.c.seq, chain_head.c.hash).where(chain_head.c.community == bindparam("community"))
_GONE_ON = ("its_community", "old_seq", "old_hash", "new_seq", "new_hash")
_GO_ON = (
    update(chain_head)
    .where(
        chain_head.c.community == bindparam("its_community"),
        chain_head.c.seq == bindparam("old_seq"),
        chain_head.c.hash == bindparam("old_hash"),
    )
    .values(seq=bindparam("new_seq"), hash=bindparam("new_hash"))
    .execution_options(keys=("its_community",))
)
_IS_CLOSED = select(closing.c.at).where(
    closing.c.community == bindparam("community"),
    closing.c.grid == bindparam("grid"),
    closing.c.month == bindparam("month"),
)
_HOUR = 3_600_000
_ADD_ENTRY = insert(entry)
_COLUMNS = (*Entry._fields, "hash")
_ADD_NOTE = insert(entry_note)
_MOVED = itemgetter(*(Entry._fields.index(name) for name in ("subject", "account", "amount")))


def append(batch: Batch, made: Iterable[Entry]) -> int:
    """Number entries anew, tie them to the chain in this order and add them to the balances; the first number."""
    known = batch.known.head
    before, head = start = known or _head(batch)
    seq, rows = before, []
    for seq, one in enumerate(made, before + 1):
        values = (seq, *one[1:])
        head = chained(head, values)
        rows.append((*values, head))
    batch.write_rows(_ADD_ENTRY, _COLUMNS, rows)
    batch.known.head = (seq, head)
    if known:
        batch.write_each((_GO_ON, _GONE_ON, [(batch.community, *start, seq, head)]))
    else:
        advance = upsert(batch.dialect, chain_head, ("community",), {"seq": "excluded", "hash": "excluded"})
        batch.write_rows(advance, ("seq", "hash"), [(seq, head)])
    _add_to_balances(batch, map(_MOVED, rows))
    return before + 1


def keep_wordings(batch: Batch, marks: Iterable[tuple[str, str, str]]) -> None:
    """Keep items as they read in a version: version, item and text."""
    statement = upsert(batch.dialect, rule_snapshot, ("community", "version", "item"), {})
    found = {(version, item): snapshot for version, item, snapshot in marks if snapshot}
    batch.write_rows(statement, ("version", "item", "snapshot"), [(*key, text) for key, text in sorted(found.items())])


def keep_notes(batch: Batch, first: int, notes: Iterable[str]) -> None:
    """Keep the notes of entries that follow each other, from a number on."""
    batch.write_rows(_ADD_NOTE, ("seq", "note"), [(seq, note) for seq, note in enumerate(notes, first) if note])


def post_entries(batch: Batch, effects: Sequence[tuple[int, NewEntry]]) -> None:
    """Append entries to the chain in the order in which they were decided."""
    closed: dict[tuple[str, str], bool] = {}
    first = append(batch, [_entry(batch, unit, new, _open_day(batch, unit, new, closed)) for unit, new in effects])
    keep_notes(batch, first, (new.note for _, new in effects))
    keep_wordings(batch, ((new.rule.version, new.rule.item, new.rule.snapshot) for _, new in effects))


def _head(batch: Batch) -> tuple[int, str]:
    if chain_head in batch.waiting:
        batch.flush()
    statement = _HEAD if batch.dialect == "sqlite" else _HEAD.with_for_update()
    row = batch.ahead.execute(statement, {"community": batch.community}).first()
    return (0, GENESIS) if row is None else (row.seq, row.hash)


def _open_day(batch: Batch, unit: int, new: NewEntry, closed: dict[tuple[str, str], bool]) -> str:
    """The day an entry is booked on: what belongs to a closed month goes to the day it is posted (L11)."""
    posted = _day_of_hour(batch.units[unit].at // _HOUR)
    month = new.occurred_on[:7]
    if month >= posted[:7]:
        return new.occurred_on
    key = (new.hand.grid, month)
    if key not in closed:
        closed[key] = batch.read(_IS_CLOSED, grid=new.hand.grid, month=month).first() is not None
    return posted if closed[key] else new.occurred_on


@lru_cache(maxsize=64)
def _day_of_hour(hour: int) -> str:
    """The day that an hour since the epoch belongs to: in Shanghai, days begin with whole hours."""
    return day_of(hour * _HOUR).isoformat()


def _entry(batch: Batch, unit: int, new: NewEntry, day: str) -> Entry:
    return Entry(
        seq=0,
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


def _add_to_balances(batch: Batch, moved: Iterable[tuple[int, str, int]]) -> None:
    # Summed and ordered by subject, so that two writers can never wait for each other in a circle.
    sums: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0])
    for subject, account, amount in moved:
        total = sums[subject, account]
        total[0] += amount
        total[1] += 1
    statement = upsert(batch.dialect, balance, ("community", "subject", "account"), {"points": "add", "entries": "add"})
    rows = [(*key, points, count) for key, (points, count) in sorted(sums.items())]
    batch.write_rows(statement, ("subject", "account", "points", "entries"), rows)


POSTERS: dict[type, Poster] = {NewEntry: post_entries}
