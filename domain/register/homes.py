"""Whom a row of a list means: a subject by its address, and by its name where one is given."""

from collections import defaultdict
from collections.abc import Iterable

from domain.register.address import Address
from domain.register.values import Subject


class Homes:
    """The subjects of a register by their addresses; who stands there twice counts once, as written last."""

    def __init__(self, subjects: Iterable[Subject] = ()) -> None:
        self._at: defaultdict[str, dict[tuple[str, str, str], Subject]] = defaultdict(dict)
        for one in subjects:
            self._at[str(one.address)][one.kind, one.name, one.grid] = one

    def at(self, address: Address) -> tuple[Subject, ...]:
        """Everybody of an address."""
        return tuple(self._at.get(str(address), {}).values())
