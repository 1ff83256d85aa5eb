"""What each type of setting accepts from TOML: strictly, without guessing, with a sentence where not."""

import math
import re
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import time
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from bot.channels.secret import Secret
from bot.toml import wording

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_SHOWN: Final = 40

Hook = Callable[[Any, Any], Any]


class UnfitError(ValueError):
    """A value that does not fit its place, with the sentence for the person who wrote it."""

    def __init__(self, template: str, value: object, **more: object) -> None:
        self.sentence = template.format(value=shown(value), **more)
        super().__init__(self.sentence)


def shown(value: object) -> str:
    """The value as the file has it, cut where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f"“{value}”" if isinstance(value, str) else str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _integer(value: object, _: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise UnfitError(wording.NOT_INTEGER, value)
    return value


def _number(value: object, _: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise UnfitError(wording.NOT_NUMBER, value)
    return float(value)


def _text(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise UnfitError(wording.NOT_TEXT, value)
    return value


def _yes_or_no(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise UnfitError(wording.NOT_BOOL, value)
    return value


def _integer_or_text(value: object, _: object) -> int | str:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise UnfitError(wording.NOT_INTEGER_OR_TEXT, value)
    return value


def _clock_time(value: object, _: object) -> time:
    if isinstance(value, time):
        return value
    match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise UnfitError(wording.NOT_TIME, value)
    return time(int(match.group(1)), int(match.group(2)))


def _path(value: object, _: object) -> Path:
    return Path(_text(value, str))


def _secret(value: object, _: object) -> Secret:
    return value if isinstance(value, Secret) else Secret(_text(value, str))


def _choice(type_: object) -> Hook:
    choices = get_args(type_)

    def choose(value: object, _: object) -> object:
        fitting = [choice for choice in choices if choice == value and type(choice) is type(value)]
        if not fitting:
            raise UnfitError(wording.NOT_ONE_OF, value, choices="、".join(map(str, choices)))
        return fitting[0]

    return choose


def _row(type_: type[Any]) -> Hook:
    kinds = get_args(type_)
    endless = get_origin(type_) is frozenset or (len(kinds) == 2 and kinds[1] is Ellipsis)
    build: type = get_origin(type_) or tuple

    def collect(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise UnfitError(wording.NOT_LIST, value)
        wanted = [kinds[0]] * len(value) if endless else list(kinds)
        if len(wanted) != len(value):
            raise UnfitError(wording.WRONG_LENGTH, value, wanted=len(wanted), found=len(value))
        return build(_each(value, wanted, type_))

    return collect


def _each(values: list[object], kinds: list[type[Any]], row: type[Any]) -> list[object]:
    fitting: list[object] = []
    errors: list[Exception] = []
    for index, (value, kind) in enumerate(zip(values, kinds, strict=True)):
        try:
            fitting.append(converter.structure(value, kind))
        except Exception as error:  # noqa: BLE001 -- cattrs itself collects every kind of error
            error.add_note(IterableValidationNote(f"at index {index}", index, kind))
            errors.append(error)
    if errors:
        raise IterableValidationError("unfit row", errors, row)
    return fitting


def _table(type_: type[Any]) -> Hook:
    inner = make_dict_structure_fn(type_, converter, _cattrs_forbid_extra_keys=True)

    def fill(value: object, kind: type) -> object:
        if not isinstance(value, dict):
            raise UnfitError(wording.NOT_TABLE, value)
        return inner(value, kind)

    return fill


def _is_choice(type_: object) -> bool:
    return get_origin(type_) == Literal


def _is_row(type_: object) -> bool:
    origin: object = get_origin(type_)
    return origin in {tuple, frozenset}


def _made() -> Converter:
    made = Converter(forbid_extra_keys=True, detailed_validation=True)
    made.register_structure_hook(int, _integer)
    made.register_structure_hook(float, _number)
    made.register_structure_hook(str, _text)
    made.register_structure_hook(bool, _yes_or_no)
    made.register_structure_hook(time, _clock_time)
    made.register_structure_hook(Path, _path)
    made.register_structure_hook(Secret, _secret)
    made.register_structure_hook_func(lambda type_: type_ == int | str, _integer_or_text)
    made.register_structure_hook_factory(is_dataclass, _table)
    made.register_structure_hook_factory(_is_choice, _choice)
    made.register_structure_hook_factory(_is_row, _row)
    return made


converter: Final = _made()
