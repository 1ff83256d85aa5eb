"""Stops, downtimes and jumping clocks: a year by one process, two years by two on one PostgreSQL."""

import pytest

from tests.scheduler.years import passed


async def test_a_year_with_everything_going_wrong(database_url: str) -> None:
    wrong, certain = await passed([database_url], years=1, stops=40, seed=1)
    assert wrong == []
    assert certain > 350


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_processes_on_one_database(database_url: str) -> None:
    wrong, certain = await passed([database_url, database_url], years=2, stops=200, seed=3)
    assert wrong == []
    assert certain > 350
