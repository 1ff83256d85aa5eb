"""Every package of the house is under the import contracts, the packaging and the type check."""

from fnmatch import fnmatchcase

from tests.house.reading import HOUSE, PROJECT, ROOMS, imported

NOT_SHIPPED = {"tests", "benchmarks"}
SIX = {"bot", "handlers", "scheduler", "storage", "publishing", "domain"}


def code_folders() -> set[str]:
    """Folders at the top that hold Python anywhere below, whether or not they say that they are packages."""
    folders = (path for path in HOUSE.iterdir() if path.is_dir() and path.name.isidentifier())
    return {path.name for path in folders if any(path.glob("**/*.py"))}


def test_no_code_stands_outside_the_contracts() -> None:
    assert code_folders() - NOT_SHIPPED == set(ROOMS) == SIX
    assert [path.name for path in HOUSE.glob("*.py")] == []


def test_the_same_rooms_are_packed_and_checked() -> None:
    packed = PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
    assert {name for name in code_folders() if any(fnmatchcase(name, one) for one in packed)} == SIX
    assert set(PROJECT["tool"]["mypy"]["packages"]) == SIX | NOT_SHIPPED


def test_every_room_stands_on_a_storey() -> None:
    (storeys,) = [one["layers"] for one in PROJECT["tool"]["importlinter"]["contracts"] if one["type"] == "layers"]
    assert [name.strip() for storey in storeys for name in storey.split("|")] == [
        "bot",
        "handlers",
        "scheduler",
        "storage",
        "publishing",
        "domain",
    ]


def test_every_folder_of_code_says_that_it_is_a_package() -> None:
    folders = {path.parent for room in ROOMS for path in (HOUSE / room).rglob("*.py")}
    without = {path for path in folders if not (path / "__init__.py").is_file()}
    migrations = HOUSE / "storage" / "migrations" / "versions"
    assert without <= {migrations}


def test_the_ground_imports_no_later_room() -> None:
    for path in (HOUSE / "domain").rglob("*.py"):
        assert imported(path) & (SIX - {"domain"}) == set(), path.name
