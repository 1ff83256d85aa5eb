"""On which line of a TOML text a path stands, so that people can go there."""

import re
from typing import Final

_HEADER: Final = re.compile(r"\s*\[(\[)?\s*([^\[\]]+?)\s*\]")
_KEY: Final = re.compile(r"\s*([A-Za-z0-9_.-]+)\s*=")
_STEP: Final = re.compile(r"\.[^.\[\]]+$|\[\d+\]$")


def line_of(places: dict[str, int], path: str) -> int | None:
    """The line of the path, or of the nearest thing around it."""
    while path:
        if path in places:
            return places[path]
        shorter = _STEP.sub("", path)
        path = shorter if shorter != path else ""
    return None


def lines_of(text: str) -> dict[str, int]:
    """Every header and key of the text by its path; values of several lines count at their key."""
    places: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header is not None and not line.startswith(" "):
            table = _table(header.group(2), counts, many=header.group(1) is not None)
            places.setdefault(table, number)
        elif key is not None:
            places.setdefault(f"{table}.{key.group(1)}".removeprefix("."), number)
    return places


def _table(name: str, counts: dict[str, int], *, many: bool) -> str:
    """The path of a header: inside the newest entry of every list of tables that it names."""
    path = ""
    *outer, last = (part.strip() for part in name.split("."))
    for part in outer:
        path = f"{path}.{part}".removeprefix(".")
        if path in counts:
            path = f"{path}[{counts[path]}]"
    path = f"{path}.{last}".removeprefix(".")
    if not many:
        return path
    counts[path] = counts.get(path, -1) + 1
    return f"{path}[{counts[path]}]"
