"""Reads the house's own sources: rooms, imports, tables of the README, locked packages."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))
ROOMS: tuple[str, ...] = tuple(PROJECT["tool"]["importlinter"]["root_packages"])
DISTRIBUTIONS = packages_distributions()


def plain(name: str) -> str:
    """A distribution's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).casefold()


def files_of(*rooms: str) -> Iterator[Path]:
    """Every source file of these rooms."""
    for room in rooms:
        yield from sorted(path for path in (HOUSE / room).rglob("*.py") if "node_modules" not in path.parts)


def imported(file: Path) -> set[str]:
    """The outermost packages that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def distributions_of(file: Path) -> set[str]:
    """The distributions behind what a file imports."""
    return {plain(one) for name in imported(file) for one in DISTRIBUTIONS.get(name, ())}


def locked(*files: str) -> set[str]:
    """The distributions that lock files pin."""
    text = "\n".join((HOUSE / file).read_text("utf-8") for file in files)
    return {plain(name) for name in re.findall(r"^([A-Za-z0-9_.-]+)==", text, re.MULTILINE)}


def declared(*extras: str) -> set[str]:
    """The distributions that pyproject asks for, with these extras."""
    project = PROJECT["project"]
    wanted = [*project["dependencies"], *(one for extra in extras for one in project["optional-dependencies"][extra])]
    return {plain(found[0]) for one in wanted if (found := re.match(r"[A-Za-z0-9_.-]+", one))}


def owners_table() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The README's table of the owner's packages: role and import places by name."""
    section = (HOUSE / "README.md").read_text("utf-8").partition("## Packages of the owner's list")[2]
    rows = re.findall(r"^\| `([^`]+)` \| (.+?) \| (.+?) \|$", section.partition("\n## ")[0], re.MULTILINE)
    return {name: (role, tuple(re.findall(r"`([^`]+)`", places))) for name, role, places in rows}
