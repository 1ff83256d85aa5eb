"""Which grid is meant by ``2``, ``二网格``, ``第二网格`` or ``2 网格``."""

import re
from collections.abc import Iterable

from domain.numerals import digits_of, fold
from domain.register.values import Grid

_SHELL = re.compile(r"^第?(.+?)(?:号)?(?:网格)?$")


class GridNames:
    """The grids of a register by every way of naming them."""

    def __init__(self, grids: Iterable[Grid] = ()) -> None:
        self._exact: dict[str, str] = {}
        self._loose: dict[str, set[str]] = {}
        for grid in grids:
            self.add(grid)

    def add(self, grid: Grid) -> None:
        """Take in one more grid."""
        for name in (grid.code, grid.name):
            self._exact.setdefault(fold(name), grid.code)
            self._loose.setdefault(_core(name), set()).add(grid.code)

    def find(self, said: str) -> str | None:
        """The code of the grid that is meant, None where none or several might be."""
        text = re.sub(r"\.0$", "", fold(said).strip())
        codes = self._loose.get(_core(text), set())
        return self._exact.get(text) or (next(iter(codes)) if len(codes) == 1 else None)


def _core(name: str) -> str:
    plain = "".join(fold(name).split()).casefold()
    match = _SHELL.match(plain)
    core = match[1] if match else plain
    digits = digits_of(core)
    return digits.lstrip("0") if digits else core
