"""Reads the ledger: standings, pages of entries, and the proof that nothing was changed."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, bindparam, func, select

from domain.ledger import GENESIS, Entry, chained, note_digest, snapshot_digest
from domain.proof import Anchor, Proof
from storage.booking_proof import prove_bookings
from storage.hours_proof import prove_hours
from storage.shop_proof import prove_shop
from storage.tables.ledger import balance, chain_head, entry, entry_note, rule_snapshot

_COLUMNS = tuple(entry.c[name] for name in Entry._fields)
_MINE = entry.c.community == bindparam("community")

BALANCES = select(balance.c.account, balance.c.points).where(
    balance.c.community == bindparam("community"), balance.c.subject == bindparam("subject")
)
ENTRIES_OF = (
    select(*_COLUMNS)
    .where(_MINE, entry.c.subject == bindparam("subject"), entry.c.seq < bindparam("before"))
    .order_by(entry.c.seq.desc())
    .limit(bindparam("count"))
)
ENTRIES_BY_CODE = select(*_COLUMNS).where(_MINE, entry.c.code == bindparam("code")).order_by(entry.c.seq)
ENTRY_AT_SOURCE = select(entry.c.amount).where(
    _MINE,
    entry.c.source == bindparam("source"),
    entry.c.item == bindparam("item"),
    entry.c.subject == bindparam("subject"),
    entry.c.account == bindparam("account"),
)
_CHAIN = select(*_COLUMNS, entry.c.hash).where(_MINE, entry.c.seq > bindparam("after")).order_by(entry.c.seq)
_HASH_AT = select(entry.c.hash).where(_MINE, entry.c.seq == bindparam("seq"))
_PAGE = 5_000


def as_entry(row: Sequence[object]) -> Entry:
    """An entry from a row of its columns."""
    return Entry._make(row[: len(_COLUMNS)])


def prove(connection: Connection, community: str, note_key: bytes) -> Proof:
    """Recompute chain, balances, notes, snapshots, the shop, hours and bookings of a community (L2, L4, L7 to L10)."""
    proof = _entries_hold(connection, community, note_key, 0, GENESIS)
    reconciled = [line for check in (prove_shop, prove_hours, prove_bookings) for line in check(connection, community)]
    return replace(proof, broken=(*proof.broken, *reconciled))


def prove_since(connection: Connection, community: str, note_key: bytes, anchor: Anchor) -> Proof:
    """Recompute what came after an anchor: the chain, notes and snapshots there, and the balances it touched.

    What was entered before is taken for proven; the shop, hours and bookings are only reconciled as a whole.
    """
    at = {"community": community, "seq": anchor.entries}
    head = connection.execute(_HASH_AT, at).scalar_one_or_none() if anchor.entries else GENESIS
    if head is None or not head.startswith(anchor.head):
        return Proof(anchor.entries, head or "", (f"entry {anchor.entries}: not the one that was proven before",))
    return _entries_hold(connection, community, note_key, anchor.entries, head)


def _entries_hold(connection: Connection, community: str, note_key: bytes, after: int, start: str) -> Proof:
    count, head, broken = _chain(connection, community, after, start)
    broken += _head(connection, community, count, head)
    broken += _balances(connection, community, after)
    broken += _notes(connection, community, note_key, after)
    broken += _snapshots(connection, community, after)
    return Proof(count, head, tuple(broken))


def _chain(connection: Connection, community: str, after: int, start: str) -> tuple[int, str, list[str]]:
    seq, head = after, start
    while rows := connection.execute(_CHAIN.limit(_PAGE), {"community": community, "after": seq}).all():
        for *values, kept in rows:
            head = chained(head, values)
            seq += 1
            if values[0] != seq or head != kept:
                return seq, head, [f"entry {seq}: the chain breaks here"]
    return seq, head, []


def _head(connection: Connection, community: str, count: int, head: str) -> list[str]:
    row = connection.execute(
        select(chain_head.c.seq, chain_head.c.hash).where(chain_head.c.community == community)
    ).first()
    kept = (0, GENESIS) if row is None else (row.seq, row.hash)
    if kept == (count, head):
        return []
    return [f"entry {min(count, kept[0]) + 1}: the chain's head is at {kept[0]}, the entries end at {count}"]


def _balances(connection: Connection, community: str, after: int) -> list[str]:
    summed = select(entry.c.subject, entry.c.account, func.sum(entry.c.amount), func.count()).where(
        entry.c.community == community
    )
    cached = select(balance.c.subject, balance.c.account, balance.c.points, balance.c.entries).where(
        balance.c.community == community
    )
    if after:
        touched = select(entry.c.subject).where(entry.c.community == community, entry.c.seq > after)
        summed = summed.where(entry.c.subject.in_(touched))
        cached = cached.where(balance.c.subject.in_(touched))
    true = {(s, a): (int(p), n) for s, a, p, n in connection.execute(summed.group_by(entry.c.subject, entry.c.account))}
    kept = {(s, a): (p, n) for s, a, p, n in connection.execute(cached)}
    wrong = sorted(key for key in true.keys() | kept.keys() if true.get(key, (0, 0)) != kept.get(key, (0, 0)))
    return [f"balance of subject {subject}, {account}: not the sum of its entries" for subject, account in wrong]


def _notes(connection: Connection, community: str, note_key: bytes, after: int) -> list[str]:
    rows = connection.execute(
        select(entry.c.seq, entry.c.note_digest, entry_note.c.note)
        .join(entry_note, (entry_note.c.community == entry.c.community) & (entry_note.c.seq == entry.c.seq))
        .where(entry.c.community == community, entry.c.seq > after)
        .order_by(entry.c.seq)
    )
    return [f"entry {seq}: its note was changed" for seq, digest, note in rows if note_digest(note_key, note) != digest]


def _snapshots(connection: Connection, community: str, after: int) -> list[str]:
    rows = connection.execute(
        select(func.min(entry.c.seq), entry.c.snapshot, rule_snapshot.c.snapshot)
        .join(
            rule_snapshot,
            (rule_snapshot.c.community == entry.c.community)
            & (rule_snapshot.c.version == entry.c.version)
            & (rule_snapshot.c.item == entry.c.item),
        )
        # A reversal and a repair carry no wording of their own: they rest on the entry under the same number.
        .where(entry.c.community == community, entry.c.seq > after, entry.c.snapshot != "")
        .group_by(entry.c.version, entry.c.item, entry.c.snapshot, rule_snapshot.c.snapshot)
        .order_by(func.min(entry.c.seq))
    )
    return [f"entry {seq}: its item's wording was changed" for seq, kept, text in rows if snapshot_digest(text) != kept]
