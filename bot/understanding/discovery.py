"""Finding the commands: every module of ``handlers`` that holds one."""

import importlib
import pkgutil
from functools import lru_cache
from types import ModuleType

import handlers
from domain.command import Command
from domain.matters.ruling import Ruling


@lru_cache(maxsize=4)
def modules(package: ModuleType = handlers) -> tuple[str, ...]:
    """The names of all modules below a package, folders aside; a folder does not change while the bot runs."""
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return tuple(sorted(module.name for module in found if not module.ispkg))


def discover(package: ModuleType = handlers) -> tuple[Command, ...]:
    """Every command on the shelf, by intent; a file that declares one badly stops the start."""
    commands: dict[str, tuple[str, Command]] = {}
    for name in modules(package):
        command = getattr(importlib.import_module(name), "command", None)
        if command is None:
            continue
        if not isinstance(command, Command):
            raise TypeError(f"{name}: `command` must be a domain.command.Command")
        if command.intent in commands:
            raise ValueError(f"{name}: the intent {command.intent!r} is declared in {commands[command.intent][0]}")
        commands[command.intent] = (name, command)
    return tuple(commands[intent][1] for intent in sorted(commands))


def discover_rulings(package: ModuleType = handlers) -> dict[str, Ruling]:
    """How each sort of matter is decided; a file that declares a ruling badly stops the start."""
    rulings: dict[str, Ruling] = {}
    for name in modules(package):
        ruling = getattr(importlib.import_module(name), "ruling", None)
        if ruling is None:
            continue
        if not isinstance(ruling, Ruling):
            raise TypeError(f"{name}: `ruling` must be a domain.matters.ruling.Ruling")
        if ruling.sort in rulings:
            raise ValueError(f"{name}: matters of sort {ruling.sort!r} are decided twice")
        rulings[ruling.sort] = ruling
    return rulings
