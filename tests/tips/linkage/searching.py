"""The attacks that look for what lies open: words, chains of equal values, key files, what a worker may see."""

import base64
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from domain.tips.queries import TipFor, TipsWaitingFor
from domain.tips.receipts import shown
from storage.vault.sealing import Unopened
from storage.vault.vault import Purpose
from tests.tips.linkage.dumping import Dump, Row
from tests.tips.linkage.scores import Score
from tests.tips.linkage.world import World

_HOPS = 6
_SELECTIVE = 3
"""A value that more rows share joins everybody with everybody."""
_TOKEN = re.compile(r"[0-9A-Za-z_\-]{5,}")
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_SEALED = re.compile(rb"20\d\d-\d\d\.[A-Za-z0-9+/]{64,}={0,2}")
_NEXT_COLUMN = 12
_LEFT_BEHIND = 0.002
"""The share of deleted rows of which SQLite leaves a copy behind, as measured with rows of such lengths."""
_PURPOSES: tuple[Purpose, ...] = ("relay", "outbox", "echo")
_SECRET_TABLES = ("tip_case", "tip_part", "tip_wrap", "tip_receipt", "tip_reward", "tip_view", "tip_count", "inbox")


def forms(words: str) -> list[bytes]:
    """What a careless program may have made of some words."""
    plain = words.encode()
    hashes = [hashlib.new(name, plain) for name in ("md5", "sha1", "sha256")]
    made = [plain, words.encode("utf-16-le"), plain.hex().encode(), base64.b64encode(plain)]
    return made + [one.hexdigest().encode() for one in hashes] + [one.digest() for one in hashes]


def literal(world: World, dump: Dump) -> Score:
    """1: texts, receipts and message ids anywhere; ids and names of people in whatever belongs to tips."""
    hits = 0
    rows = [*dump.of(*_SECRET_TABLES), *(row for row in dump.of("outbox") if row.values["target"].startswith("sealed"))]
    secret = b"\n".join(_bytes(value) for row in rows for value in row.values.values())
    secret += "\n".join(name for name, _ in dump.keys).encode()
    for truth in world.truths:
        open_words = [truth.text, truth.receipt, shown(truth.receipt), truth.message]
        found = any(form in dump.raw for words in open_words for form in forms(words))
        hits += found or any(form in secret for form in forms(truth.reporter.id))
    return Score("1 literal search", hits, len(world.truths))


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def _values(row: Row) -> set[str]:
    found: set[str] = set()
    for name, value in row.values.items():
        if name == "community" or isinstance(value, bytes):
            continue
        words = str(value)
        if row.table == "binding" and name == "subject":
            found.add(f"subject {words}")
        elif isinstance(value, int):
            found.update([f"subject {words}"] if name == "subject" else [words] if value > 10**6 else [])
        else:
            found.update(one for one in (words, *_TOKEN.findall(words)) if len(one) >= 5 and not _DATE.fullmatch(one))
    return found


def joins(world: World, dump: Dump) -> Score:
    """2: from a case over rows that share a rare value to an account, in at most six steps."""
    by_value: dict[str, list[int]] = defaultdict(list)
    of_row = [_values(row) for row in dump.rows]
    for number, values in enumerate(of_row):
        for value in values:
            by_value[value].append(number)
    ids = {account.id for account in world.people}
    hits = 0
    for truth in world.truths:
        found = _reached(truth.code, of_row, by_value, ids)
        hits += found == {truth.reporter.id}
    return Score("2 joins", hits, len(world.truths))


def _reached(code: str, of_row: list[set[str]], by_value: Mapping[str, list[int]], ids: set[str]) -> set[str]:
    seen: set[int] = set()
    edge = set(by_value.get(code, ()))
    for _ in range(_HOPS):
        values = {value for number in edge for value in of_row[number]}
        if accounts := values & ids:
            return accounts
        seen |= edge
        rare = (by_value[value] for value in values if len(by_value[value]) <= _SELECTIVE)
        edge = {number for numbers in rare for number in numbers} - seen
    return set()


def files(world: World, dump: Dump) -> Score:
    """7: key files tell by name or time when somebody reported; photos lie open."""
    names = [name for name, _ in dump.keys]
    ids = [account.id for account in world.people] + [truth.receipt for truth in world.truths]
    hits = sum(1 for name in names for one in ids if one in name)
    hits += sum(1 for name, moment in dump.keys if name.startswith(("days", "epochs", "receipts", "pools")) and moment)
    hits += b"pixelspixels" in dump.raw
    return Score("7 files and photos", hits, len(names))


async def conflicts(world: World, dump: Dump) -> Score:
    """8: whoever a tip is about finds it, or a key to it, among what is theirs."""
    guarded = [truth for truth in world.truths if truth.guarded]
    workers = world.workers
    codes = {truth.code for truth in guarded}
    hits = sum(1 for row in dump.of("tip_wrap") if row.values["code"] in codes and row.values["person"] in workers)
    hits += sum(1 for one in await world.store.answer(TipsWaitingFor(workers)) if one.code in codes)
    for truth in guarded:
        hits += await world.store.answer(TipFor(truth.code, workers)) is not None
    return Score("8 conflict cases", hits, len(guarded))


def unsealed(world: World, dump: Dump) -> Score:
    """With the running computer's keys: only open cases with a way back may fall."""
    by_code = {truth.code: truth for truth in world.truths}
    hits = tries = 0
    for row in dump.of("tip_case"):
        truth, relay = by_code[row.values["code"]], str(row.values["relay"])
        plain = world.vault.open(relay, "relay") if relay else None
        tries += 1
        hits += bool(plain) and (truth.closed is not None or not truth.relayed)
    return Score("keys: closed or receipt-only", hits, tries)


def remains(world: World, dump: Dump, *, night: bool = False) -> Score:
    """With the running computer's keys: what lies in the files although no row holds it any more.

    Where SQLite divides a page, a copy may stay behind until the night in which the file is written anew.
    """
    there = {str(value) for row in dump.rows for value in row.values.values()}
    gone = {found.decode() for found in _SEALED.findall(dump.raw)} - there
    hits = sum(1 for sealed in gone for purpose in _PURPOSES if _opens(world, sealed, purpose))
    if night:
        return Score("keys: deleted, yet in the files", hits, len(world.truths))
    return Score("5c deleted that day, in the files", hits, len(world.truths), _LEFT_BEHIND * len(world.truths))


def _opens(world: World, sealed: str, purpose: Purpose) -> bool:
    # The next column's first letters may look like a part of it.
    for length in range(len(sealed), len(sealed) - _NEXT_COLUMN, -1):
        try:
            return world.vault.open(sealed[:length], purpose) is not None
        except (Unopened, ValueError):
            continue
    return False


def items(rows: Iterable[Row]) -> dict[int, set[str]]:
    """The items that each subject was given."""
    found: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        found[int(row.values["subject"])].add(f"{row.values['item']} {row.values['amount']}")
    return found
