"""Three stolen years on SQLite and one on PostgreSQL lead to nobody; a careless bot's year leads to everybody."""

from pathlib import Path

import pytest

from storage.database import sqlite_url
from tests.tips.linkage.attack import attacked
from tests.tips.linkage.scores import Score, pooled, tail
from tests.tips.linkage.world import Design, Sizes

SMALL = Sizes(residents=300, months=4)
ON_POOLS = {
    "3d next batch after closing",
    "4 ends of a batch",
    "4 everybody in a batch",
    "4d could not have been drawn",
    "5b claim between two dumps",
    *(f"6b six cases, {window} batches" for window in (1, 3, 6)),
    *(f"told: all cases, {window} batches" for window in (1, 3, 6)),
}


@pytest.mark.parametrize("design", ["voucher", "pool"])
async def test_three_stolen_years_lead_to_nobody(tmp_path: Path, design: Design) -> None:
    runs = []
    for seed in range(3):
        folder = tmp_path / str(seed)
        folder.mkdir()
        runs.append(await attacked(sqlite_url(folder / "book.db"), folder, seed, SMALL, design))
    scores = pooled(runs)
    assert [str(score) for score in scores if not score.holds] == []
    idle = {"3c transactions", "4 odd items and amounts", "4 the pool's transaction"}
    if design == "voucher":
        idle |= ON_POOLS
    assert all(score.tries > 0 for score in scores if score.name not in idle)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_stolen_year_on_postgresql_leads_to_nobody(database_url: str, tmp_path: Path) -> None:
    """Vouchers and the pool's ledger alike, in one year."""
    scores = await attacked(database_url, tmp_path, 7, SMALL, "pool")
    assert [str(score) for score in scores if not score.holds] == []


async def test_a_careless_bot_is_unmasked(tmp_path: Path) -> None:
    """The same attacks link nearly every case where receipts and rewards are kept the ordinary way."""
    scores = {
        score.name: score for score in await attacked(sqlite_url(tmp_path / "book.db"), tmp_path, 1, SMALL, "naive")
    }
    assert scores["2 joins"].rate >= 0.95
    assert scores["1 literal search"].rate >= 0.95
    assert scores["4 odd items and amounts"].rate >= 0.95
    assert not scores["3a next points after closing"].holds


async def test_a_hasty_bot_is_unmasked(tmp_path: Path) -> None:
    """The pool's own item, booked at the verdict and alone, gives nearly everybody away."""
    scores = {
        score.name: score for score in await attacked(sqlite_url(tmp_path / "book.db"), tmp_path, 1, SMALL, "hasty")
    }
    # Where two cases were closed on one day, one of the two guesses is wrong.
    assert scores["3d next batch after closing"].rate >= 0.85
    assert scores["4 everybody in a batch"].rate >= 0.95
    assert not scores["3d next batch after closing"].holds
    assert not scores["4 everybody in a batch"].holds


def test_the_judge_knows_chance_from_a_leak() -> None:
    assert Score("3a", 1, 60).holds
    assert not Score("3a", 15, 60).holds
    assert not Score("1 literal search", 1, 60).holds
    assert not Score("keys: closed or receipt-only", 1, 60).holds
    assert Score("4 ends of a batch", 2, 6).holds
    assert not Score("4 ends of a batch", 30, 60).holds
    assert Score("4 ends of a batch", 5, 24, expected=2.2).holds
    assert not Score("4 ends of a batch", 11, 24, expected=2.2).holds
    assert pooled([[Score("a", 1, 2, 0.5)], [Score("a", 0, 2, 0.25)]]) == [Score("a", 1, 4, 0.75)]
    assert tail(0, 10, 0.5) == pytest.approx(1.0)
    assert tail(10, 10, 0.5) == pytest.approx(0.5**10)
    assert tail(700, 6000, 0.1) == pytest.approx(1.2e-5, rel=0.5)
    assert Score("3a", 0, 8000).holds
    assert not Score("3a", 500, 8000).holds
    assert Score("3a", 0, 60).upper == pytest.approx(1 - 0.05 ** (1 / 60), abs=1e-6)
