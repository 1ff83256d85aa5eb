"""A broken file made whole for a moment with default values, so that its other mistakes show at once too."""

import copy
import re
from collections.abc import Iterable
from typing import Any, Final

from domain.mistake import Mistake

_STEP: Final = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_ENTRY: Final = re.compile(r"^[^.\[]+\[\d+\]")
_NOTHING: Final = object()

Steps = list[str | int]


def mended(data: dict[str, Any], default: dict[str, Any], mistakes: Iterable[Mistake]) -> dict[str, Any]:
    """A copy in which every value that did not read is replaced by a default's, or left out."""
    whole = copy.deepcopy(data)
    for mistake in mistakes:
        steps = _steps(mistake.path)
        if steps:
            _put(whole, steps, _value(default, steps))
    return whole


def overshadowed(mistake: Mistake, broken: Iterable[Mistake]) -> bool:
    """Whether a mistake may come from the mending: it lies in an entry or setting that did not read."""
    return any(other.file == mistake.file and _same_place(mistake.path, other.path) for other in broken)


def _same_place(path: str, other: str) -> bool:
    entry, broken = _ENTRY.match(path), _ENTRY.match(other)
    if entry is not None and broken is not None:
        return entry.group() == broken.group()
    return path == other or path.startswith((f"{other}.", f"{other}["))


def _steps(path: str) -> Steps:
    return [name or int(index) for name, index in _STEP.findall(path)]


def _value(default: Any, steps: Steps) -> Any:  # noqa: ANN401 -- a TOML value is any value
    value = default
    for step in steps:
        if isinstance(step, int) and isinstance(value, list) and value:
            value = value[min(step, len(value) - 1)]
        elif isinstance(value, dict) and step in value:
            value = value[step]
        else:
            return _NOTHING
    return copy.deepcopy(value)


def _put(whole: Any, steps: Steps, value: object) -> None:  # noqa: ANN401 -- a TOML value is any value
    *outer, last = steps
    place = whole
    for step in outer:
        place = place[step]
    if value is not _NOTHING:
        place[last] = value
    elif isinstance(place, dict):
        place.pop(last, None)
