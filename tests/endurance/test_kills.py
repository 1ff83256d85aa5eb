"""The whole bot is killed and started again: what was answered stays, and nothing acts twice."""

from pathlib import Path

from tests.endurance.kills import run


async def test_what_was_answered_survives_kills(tmp_path: Path) -> None:
    counts = await run(tmp_path, cycles=6, seed=1)
    assert counts["answered"] >= 6
    assert counts["entered"] >= counts["answered"]
