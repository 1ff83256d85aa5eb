"""Opens a register from outside: a child process reads it, this one only takes text from it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import bot
from bot.workbook import wording
from bot.workbook.limits import LIMITS, RefusedFileError
from domain.register.cells import Cell

_ROOT = Path(bot.__file__).resolve().parent.parent
_SUFFIXES = frozenset({".xlsx", ".csv"})


@dataclass(frozen=True, slots=True)
class Source:
    """What a file held: sheets by name, and for CSV the encoding of each file, for a preview."""

    sheets: Mapping[str, list[list[Cell]]]
    encodings: Mapping[str, str] = field(default_factory=dict)


def read_source(path: Path, seconds: float = LIMITS.seconds) -> Source:
    """The sheets of an .xlsx, a .csv or a folder of .csv; raises RefusedFileError. Blocks up to its time limit."""
    _check_path(path)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module; the path is one plain argument
            [sys.executable, "-P", "-m", "bot.workbook.child", str(path.resolve())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RefusedFileError(wording.TOO_SLOW) from error
    if done.returncode:
        raise RefusedFileError(wording.GAVE_UP)
    return _source(json.loads(done.stdout))


def _check_path(path: Path) -> None:
    if path.is_symlink():
        raise RefusedFileError(wording.A_LINK)
    if path.is_dir():
        return
    if path.suffix.casefold() in {".xlsm", ".xltm", ".xlsb", ".xlam", ".xls"}:
        raise RefusedFileError(f"{wording.ONLY_THESE}；{wording.MACROS}")
    if path.suffix.casefold() not in _SUFFIXES:
        raise RefusedFileError(wording.ONLY_THESE)
    if not path.is_file():
        raise RefusedFileError(wording.NOT_FOUND)
    if path.stat().st_size > LIMITS.file_bytes:
        raise RefusedFileError(wording.TOO_BIG)


def _environment() -> dict[str, str]:
    # Nothing of the parent's secrets; the standard library's guarded XML parser instead of any other.
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "LANG", "LC_ALL") if name in os.environ}
    return {**kept, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "OPENPYXL_LXML": "False"}


def _source(answer: dict[str, Any]) -> Source:
    if "refused" in answer:
        raise RefusedFileError(answer["refused"])
    sheets = {name: [[_cell(cell) for cell in row] for row in rows] for name, rows in answer["sheets"].items()}
    return Source(sheets, answer["encodings"])


def _cell(given: str | list[Any]) -> Cell:
    return Cell(given) if isinstance(given, str) else Cell(given[0], given[1])
