"""The tables of the book, one file per part; importing this package declares all of them."""

from importlib import import_module
from pkgutil import iter_modules

from storage.tables.columns import metadata

for _part in iter_modules(__path__):
    import_module(f"{__name__}.{_part.name}")

__all__ = ["metadata"]
