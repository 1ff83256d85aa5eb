"""Reads the ``[channels.NAME]`` tables: each by the settings of its type, every mistake told with its path.

A channel package that may be configured has a ``settings.py`` with a frozen dataclass ``Settings``, cheap to import,
and an ``opening.py`` with ``open_channel(name, settings, around)``, imported when the bot starts with it. Where a
``Settings`` has ``mistakes(environment)``, it is asked once all its secrets can be had.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from importlib import import_module
from pathlib import Path
from typing import Any, cast, get_type_hints

from bot import channels
from bot.channels import tables_wording as wording
from bot.channels.secret import Hidden, Secret
from bot.toml import wording as plain_wording
from bot.toml.reading import structure
from bot.toml.shapes import UnfitError, shown
from domain.counter import COUNTER
from domain.mistake import Mistake

Check = Callable[[str], object]
"""Raises ValueError with a sentence where a text does not fit."""
_NAME = re.compile(r"[A-Za-z0-9_-]{1,32}")
_TAKEN = frozenset({"simulator", COUNTER})
_SHELF = Path(channels.__file__).parent


@dataclass(frozen=True, slots=True)
class Configured:
    """One table: ``settings`` is the ``Settings`` of its type."""

    name: str
    type: str
    settings: Any
    path: str = ""

    @property
    def secrets(self) -> Mapping[str, Secret]:
        """Its secrets by their names."""
        kept = ((one.name, getattr(self.settings, one.name)) for one in fields(self.settings))
        return {name: value for name, value in kept if isinstance(value, Secret)}


def checked(check: Check, **more: Any) -> Any:  # noqa: ANN401 - as dataclasses.field
    """A text field of ``Settings`` that has to pass a check."""
    return field(metadata={"check": check}, **more)


def host_and_port(text: str) -> tuple[str, int]:
    """The parts of ``host:port``; ValueError says what to write instead."""
    host, _, port = text.rpartition(":")
    if not (host and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise UnfitError(wording.NOT_ENDPOINT, text)
    return host.strip("[]"), int(port)


def kinds() -> tuple[str, ...]:
    """The types that can be configured."""
    return tuple(sorted(path.parent.name for path in _SHELF.glob("*/settings.py")))


def read_channels(tables: object, file: str) -> tuple[dict[str, Configured], list[Mistake]]:
    """All tables that are right, and every mistake in the others."""
    if not isinstance(tables, dict):
        return {}, [Mistake(file, "channels", plain_wording.NOT_TABLE.format(value=shown(tables)))]
    found: dict[str, Configured] = {}
    mistakes: list[Mistake] = []
    for name, table in tables.items():
        read = _Table(name, file).read(table)
        mistakes += read[1]
        if read[0]:
            found[name] = read[0]
    return found, mistakes


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    file: str

    def read(self, table: object) -> tuple[Configured | None, list[Mistake]]:
        """The settings of one table, or all that is wrong with it."""
        mistakes = [self._mistake("", sentence) for sentence in _misnamed(self.name)]
        if not isinstance(table, dict):
            return None, [*mistakes, self._mistake("", plain_wording.NOT_TABLE.format(value=shown(table)))]
        kind = table.get("type")
        if kind not in kinds():
            choices = "、".join(kinds())
            template = wording.NO_TYPE if kind is None else wording.UNKNOWN_TYPE
            return None, [*mistakes, self._mistake("type", template.format(type=kind, kinds=choices))]
        settings, more = self._settings(cast("str", kind), {key: table[key] for key in table if key != "type"})
        if mistakes or more:
            return None, [*mistakes, *more]
        return Configured(self.name, str(kind), settings, f"channels.{self.name}"), []

    def _settings(self, kind: str, table: dict[str, Any]) -> tuple[Any, list[Mistake]]:
        shape = import_module(f"{channels.__name__}.{kind}.settings").Settings
        secret = [name for name, type_ in get_type_hints(shape).items() if type_ is Secret]
        mistakes = [mistake for name in secret for mistake in self._gathered(name, table)]
        mistakes += [self._mistake(*unfit) for unfit in _unfit(shape, table)]
        settings, more = structure(table, shape, self.file)
        return settings, mistakes + [replace(one, path=f"channels.{self.name}.{one.path}") for one in more]

    def _gathered(self, name: str, table: dict[str, Any]) -> Iterator[Mistake]:
        """Bring the three ways to give a secret together under its own name."""
        given = [key for key in (name, f"{name}_file", f"{name}_env") if table.get(key, "") != ""]
        if len(given) != 1:
            keys = "、".join(given)
            yield self._mistake(name, (wording.GIVEN_TWICE if given else wording.NOT_GIVEN).format(keys=keys, key=name))
        others = {key: table.pop(f"{name}_{key}", "") for key in ("file", "env")}
        for key, value in others.items():
            if not isinstance(value, str):
                yield self._mistake(f"{name}_{key}", plain_wording.NOT_TEXT.format(value=shown(value)))
        if not isinstance(table.get(name, ""), str):
            return  # told with the other values
        table[name] = Secret(table.get(name, ""), str(others["file"]), str(others["env"]))

    def _mistake(self, key: str, sentence: str) -> Mistake:
        return Mistake(self.file, ".".join(part for part in ("channels", self.name, key) if part), sentence)


def _misnamed(name: str) -> Iterator[str]:
    if not _NAME.fullmatch(name):
        yield wording.BAD_NAME.format(name=name)
    elif name in _TAKEN:
        yield wording.TAKEN_NAME.format(name=name)


def _unfit(shape: Any, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a dataclass
    for one in fields(shape):
        check: Check | None = one.metadata.get("check")
        if check and isinstance(table.get(one.name), str):
            try:
                check(table[one.name])
            except ValueError as unfit:
                yield one.name, str(unfit)


def hidden(configured: Mapping[str, Configured], environment: Mapping[str, str], file: str) -> list[Mistake]:
    """The secrets that cannot be had right now, and what cannot be right of the settings that rest on them."""
    found: list[Mistake] = []
    for one in configured.values():
        lacking = len(found)
        for key, secret in one.secrets.items():
            try:
                secret.reveal(environment)
            except Hidden as missing:
                found.append(Mistake(file, f"{one.path}.{key}", str(missing)))
        examine = getattr(one.settings, "mistakes", None)
        if examine and len(found) == lacking:
            found += [Mistake(file, f"{one.path}.{key}", sentence) for key, sentence in examine(environment)]
    return found
