"""The child process that opens a file from outside: little memory, little time, nothing to write to."""

import json
import sys
from pathlib import Path

from bot.workbook import wording
from bot.workbook.limits import LIMITS, Limits, RefusedFileError
from bot.workbook.sheets_of_csv import read_files, read_folder
from bot.workbook.sheets_of_xlsx import read_xlsx
from domain.register.cells import Cell


def main() -> None:
    """Read the file named on the command line and print its sheets, or why not, as JSON."""
    _confine(LIMITS)
    try:
        answer = _read(Path(sys.argv[1]), LIMITS)
    except RefusedFileError as refusal:
        answer = {"refused": str(refusal)}
    except (MemoryError, RecursionError, OSError):
        answer = {"refused": wording.GAVE_UP}
    json.dump(answer, sys.stdout, ensure_ascii=True)


def _read(path: Path, limits: Limits) -> dict[str, object]:
    encodings: dict[str, str] = {}
    if path.is_dir():
        sheets, encodings = read_folder(path, limits)
    elif path.suffix.casefold() == ".csv":
        sheets, encodings = read_files([path], limits)
    else:
        sheets = read_xlsx(path, limits)
    return {"sheets": {name: [_plain(row) for row in rows] for name, rows in sheets.items()}, "encodings": encodings}


def _plain(row: list[Cell]) -> list[str | list[str]]:
    return [cell.text if cell.kind == "text" else [cell.text, cell.kind] for cell in row]


def _confine(limits: Limits) -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    caps = (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, cap in caps:
        try:
            resource.setrlimit(kind, (cap, cap))
        except (ValueError, OSError):
            # Some systems know a limit but do not let it be set; the parent's clock still holds.
            continue


if __name__ == "__main__":
    main()
