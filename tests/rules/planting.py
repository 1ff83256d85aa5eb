"""Plants mistakes into copies of the default rule files."""

from pathlib import Path

from bot.rules.loader import BrokenRules, load_rules
from domain.mistake import Mistake

DEFAULTS = Path(__file__).parents[2] / "bot" / "rules" / "defaults"


def default_text(file: str) -> str:
    return (DEFAULTS / file).read_text(encoding="utf-8")


def plant(directory: Path, file: str, *changes: tuple[str, str]) -> None:
    """Write the file with each first occurrence changed; an occurrence that is missing fails the test."""
    text = default_text(file)
    for old, new in changes:
        assert old in text, f"{file} no longer holds {old!r}"
        text = text.replace(old, new, 1)
    (directory / file).write_text(text, encoding="utf-8")


def mistakes_in(directory: Path) -> tuple[Mistake, ...]:
    try:
        load_rules(directory)
    except BrokenRules as broken:
        return broken.mistakes
    return ()
