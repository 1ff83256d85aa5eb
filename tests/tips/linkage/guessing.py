"""The attacks that guess from time, order, amounts and months; none may do better than chance."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from domain.period import SHANGHAI
from tests.tips.linkage.dumping import Dump, Row
from tests.tips.linkage.scores import Score
from tests.tips.linkage.searching import items
from tests.tips.linkage.world import Truth, World, milliseconds

_RARE = 0.05
_WINDOW = timedelta(days=62)


def _accounts(dump: Dump) -> Mapping[int, str]:
    return {int(row.values["subject"]): str(row.values["account"]) for row in dump.of("binding")}


def _start(day: date) -> int:
    return milliseconds(datetime.combine(day, time(), SHANGHAI))


def _by_code(world: World) -> Mapping[str, Truth]:
    return {truth.code: truth for truth in world.truths}


def _entries(dump: Dump) -> list[Row]:
    return sorted(dump.of("entry"), key=lambda row: int(row.values["posted_at"]))


def nearest(world: World, dump: Dump) -> Score:
    """3: whoever got the next points after a case was closed."""
    entries, accounts, hits, tries = _entries(dump), _accounts(dump), 0, 0
    for row in dump.of("tip_case"):
        if not row.values["closed_on"]:
            continue
        since = _start(date.fromisoformat(row.values["closed_on"]))
        later = next((one for one in entries if int(one.values["posted_at"]) >= since), None)
        tries += 1
        hits += later is not None and accounts[int(later.values["subject"])] == _reporter(world, row)
    return Score("3a next points after closing", hits, tries)


def _reporter(world: World, row: Row) -> str:
    return _by_code(world)[str(row.values["code"])].reporter.id


def neighbours(world: World, dump: Dump) -> Score:
    """3: the n-th case by place with the n-th nameless claim; whoever got points around that claim."""
    accounts, hits, tries = _accounts(dump), 0, 0
    nameless = [row for row in dump.of("inbox") if not row.values["fingerprint"]]
    entries = _entries(dump)
    cases: dict[int, list[Row]] = defaultdict(list)
    for row in dump.of("tip_case"):
        cases[_start(date.fromisoformat(row.values["opened_on"]))].append(row)
    for day, rows in cases.items():
        claims = [row for row in nameless if row.values["at"] == day]
        for row, claim in zip(rows, claims, strict=False):
            near = _around(claim, dump.of("inbox"), entries)
            tries += 1
            hits += near is not None and accounts[near] == _reporter(world, row)
    return Score("3b neighbours in place", hits, tries)


def _around(claim: Row, inbox: Sequence[Row], entries: Sequence[Row]) -> int | None:
    later = next((row for row in inbox if row.place > claim.place and row.values["fingerprint"]), None)
    if later is None:
        return None
    found = (one for one in entries if int(one.values["posted_at"]) >= int(later.values["at"]))
    return next((int(one.values["subject"]) for one in found), None)


def transactions(world: World, dump: Dump) -> Score:
    """3: whoever stands in a row of the same transaction, or got points in the next one."""
    accounts, hits, tries = _accounts(dump), 0, 0
    entries = sorted(dump.of("entry"), key=lambda row: row.transaction)
    for row in dump.of("tip_case"):
        if not row.transaction:
            continue
        near = next((one for one in entries if one.transaction >= row.transaction), None)
        tries += 1
        hits += near is not None and accounts[int(near.values["subject"])] == _reporter(world, row)
    return Score("3c transactions", hits, tries)


def oddities(world: World, dump: Dump) -> Score:
    """4: accounts with an item or amount that few have are taken for reporters."""
    by_subject, accounts = items(dump.of("entry")), _accounts(dump)
    usual = Counter(one for found in by_subject.values() for one in found)
    limit = max(1.0, _RARE * len(by_subject))
    flagged = {accounts[subject] for subject, found in by_subject.items() if any(usual[one] <= limit for one in found)}
    everybody = {subject for subject, found in by_subject.items() if any("举报" in one for one in found)}
    flagged |= {accounts[subject] for subject in everybody}
    reporters = {truth.reporter.id for truth in world.truths}
    return Score("4 odd items and amounts", len(flagged & reporters), len(flagged))


def lengths(world: World, dump: Dump) -> Score:
    """4: sealed texts have one of few lengths, which tell nothing of the text."""
    sizes = {len(row.values["body"]) for row in dump.of("tip_part") if row.values["kind"] == "text"}
    return Score("4b lengths beyond the first", max(0, len(sizes) - 1), len(world.truths))


def differences(world: World, before: Dump, after: Dump) -> Score:
    """5: two dumps a day apart: a new case, and an account whose rows changed."""
    old = {str(row.values["code"]) for row in before.of("tip_case")}
    fresh = [row for row in after.of("tip_case") if row.values["code"] not in old]
    known = {_face(row) for row in before.rows}
    ids = {account.id for account in world.people}
    accounts, changed = _accounts(after), Counter[str]()
    for row in after.rows:
        if _face(row) in known:
            continue
        named = {str(value) for value in row.values.values()} & ids
        if row.table in {"entry", "balance"}:
            named.add(accounts[int(row.values["subject"])])
        changed.update(named or {one for one in ids if one in str(row.values.get("target", ""))})
    guess = min(changed, key=lambda one: (-changed[one], one), default="")
    return Score("5 two dumps", sum(_reporter(world, row) == guess for row in fresh), len(fresh))


def _face(row: Row) -> str:
    return f"{row.table}|{sorted((name, str(value)) for name, value in row.values.items())}"


def months(world: World, dump: Dump) -> Score:
    """6: of one matter's cases, whoever got points after each of them."""
    accounts, groups = _accounts(dump), defaultdict(list)
    for row in dump.of("tip_case"):
        if row.values["matter_mark"] and row.values["closed_on"]:
            groups[row.values["matter_mark"]].append(row)
    entries, hits, tries = _entries(dump), 0, 0
    for rows in groups.values():
        if len(rows) < 3:
            continue
        seen: Counter[str] = Counter()
        for row in rows:
            since = date.fromisoformat(row.values["closed_on"])
            span = range(_start(since), _start(since + _WINDOW))
            subjects = {int(one.values["subject"]) for one in entries if int(one.values["posted_at"]) in span}
            seen.update({accounts[one] for one in subjects})
        guess = min(seen, key=lambda one: (-seen[one], one), default="")
        reporters = {_reporter(world, row) for row in rows}
        tries += 1
        hits += guess in reporters
    return Score("6 months of one matter", hits, tries)
