"""Finds what stands on a shelf: one new file adds a kind of effect or a kind of question."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any


def gather(shelf: ModuleType, name: str, *, leaving_out: tuple[str, ...] = ()) -> dict[type, Any]:
    """The tables called ``name`` of all modules of a package, joined; two entries for one type are refused."""
    found: dict[type, Any] = {}
    for module in sorted(iter_modules(shelf.__path__), key=lambda one: one.name):
        if module.name in leaving_out:
            continue
        offered = getattr(import_module(f"{shelf.__name__}.{module.name}"), name, {})
        if twice := found.keys() & offered.keys():
            raise TypeError(f"{shelf.__name__}.{module.name} offers {twice} a second time")
        found.update(offered)
    return found
