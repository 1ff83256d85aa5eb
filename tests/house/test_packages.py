"""The owner's packages: the README's table, the lock files and the imports say the same."""

from pathlib import Path

import pytest

from tests.house.reading import HOUSE, ROOMS, declared, distributions_of, files_of, locked, owners_table, plain

OWNERS = ("wechaty", "aiohttp", "APScheduler", "SQLAlchemy", "aiosqlite", "pytest-asyncio")
INSTALLED_AS = {"wechaty": "wechaty-grpc"}
NAMED_NOT_IMPORTED = {"aiosqlite": "sqlite+aiosqlite", "pytest-asyncio": "async def test_"}
"""A driver is chosen by its URL and a plugin of pytest by being there; this is how their use is seen."""
LOCKS = ("requirements.lock", "requirements-test.lock")


def installed(name: str) -> str:
    return plain(INSTALLED_AS.get(name, name))


def users(name: str) -> list[str]:
    """The files that import a package of the owner's list."""
    return [
        path.relative_to(HOUSE).as_posix() for path in files_of(*ROOMS) if installed(name) in distributions_of(path)
    ]


def test_the_table_names_all_of_them_once() -> None:
    assert tuple(owners_table()) == OWNERS
    assert all(role and places for role, places in owners_table().values())


@pytest.mark.parametrize("name", OWNERS)
def test_each_is_declared_and_locked(name: str) -> None:
    run_time = name != "pytest-asyncio"
    assert installed(name) in declared("wechaty", *(() if run_time else ("test",)))
    assert installed(name) in locked(LOCKS[0] if run_time else LOCKS[1])


@pytest.mark.parametrize("name", OWNERS)
def test_each_is_used_in_its_place_and_nowhere_else(name: str) -> None:
    _, places = owners_table()[name]
    strays = [path for path in users(name) if not path.startswith(places)]
    assert strays == []
    assert all((HOUSE / place).exists() for place in places)
    assert users(name) or any(NAMED_NOT_IMPORTED[name] in path.read_text("utf-8") for path in _below(places))


def _below(places: tuple[str, ...]) -> list[Path]:
    return [path for path in files_of(*(place.strip("/") for place in places)) if path != Path(__file__)]


def test_whatever_the_rooms_import_is_declared_and_locked() -> None:
    found = {name for path in files_of(*ROOMS) for name in distributions_of(path)} - {"gridbot"}
    assert found - declared("wechaty", "wecom") == set()
    assert found - locked(LOCKS[0]) == set()


def test_tests_import_only_what_is_declared_for_them() -> None:
    found = {name for path in files_of("tests") for name in distributions_of(path)} - {"gridbot"}
    assert found - declared("wechaty", "wecom", "test", "bench") == set()
