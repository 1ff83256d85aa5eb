"""The one door to cattrs: TOML into frozen dataclasses, with every mistake listed at its TOML path."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from bot.toml import wording
from bot.toml.shapes import UnfitError, converter, shown
from domain.mistake import Mistake

T = TypeVar("T")
Path = tuple[str | int, ...]

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def read_toml(raw: bytes, file: str) -> tuple[dict[str, Any] | None, list[Mistake]]:
    """The tables of a TOML text, or the line that breaks it; a byte order mark is put up with."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [Mistake(file, "", wording.NOT_UTF8)]
    try:
        return tomllib.loads(text), []
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return None, [_syntax_mistake(str(error), text, file)]


def structure(data: Mapping[str, Any], type: type[T], file: str) -> tuple[T | None, list[Mistake]]:  # noqa: A002 -- the word cattrs uses
    """The data as a ``type``, or every reason why not, in the order of the file."""
    try:
        return converter.structure(data, type), []
    except ClassValidationError as errors:
        mistakes = [Mistake(file, written(path), sentence) for path, sentence in _reasons(errors, ())]
        return None, mistakes


def written(path: Path) -> str:
    """A path as people write it: ``items[3].points``."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def _syntax_mistake(error: str, text: str, file: str) -> Mistake:
    place = _AT_LINE.search(error)
    line = int(place.group(1)) if place else text.rstrip().count("\n") + 1
    known = (sentence for start, sentence in wording.BROKEN_LINES.items() if error.startswith(start))
    sentence = next(known, wording.BROKEN_LINE)
    return Mistake(file, "", sentence, line)


def _reasons(error: BaseException, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(error, ClassValidationError | IterableValidationError):
        for inner in error.exceptions:
            yield from _reasons(inner, (*path, *_step(inner)))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield (*path, key), _unknown(key, error.cl)
    elif isinstance(error, KeyError) and path:
        yield path, wording.MISSING.format(key=path[-1])
    elif isinstance(error, UnfitError):
        yield path, error.sentence
    else:
        yield path, wording.UNREADABLE.format(value=shown(str(error)))


def _step(error: BaseException) -> Path:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def _unknown(key: str, owner: type) -> str:
    near = get_close_matches(key, getattr(owner, "__dataclass_fields__", ()), n=1)
    if near:
        return wording.UNKNOWN_KEY_NEAR.format(key=key, near=near[0])
    return wording.UNKNOWN_KEY.format(key=key)
