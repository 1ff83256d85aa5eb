"""Finding a rule by the words people use: exactly where they fit, otherwise the nearest few."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, Protocol, TypeVar

CHOICES = 3


class Named(Protocol):
    """Something with a code and the names people call it by."""

    @property
    def code(self) -> str:
        """Its code in the file."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """Everything people may call it."""
        ...


N = TypeVar("N", bound=Named)


@dataclass(frozen=True, slots=True)
class Found(Generic[N]):
    """What a search brought: the one that was meant, or the ``near`` ones to choose from."""

    exact: N | None = None
    near: tuple[N, ...] = ()


def folded(words: str) -> str:
    """The words without spaces, punctuation, width and case, so that equal names compare equal."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return "".join(char for char in plain if char.isalnum())


def by_name(things: Iterable[N]) -> dict[str, N]:
    """Every folded code and name with what it stands for; the first one keeps a contested name."""
    index: dict[str, N] = {}
    for thing in things:
        for name in (thing.code, *thing.names):
            index.setdefault(folded(name), thing)
    return index


def search(index: Mapping[str, N], words: str, least: float = 0.0) -> Found[N]:
    """The thing of exactly this code or name, otherwise the nearest three, ``least`` or more alike."""
    wanted = folded(words)
    exact = index.get(wanted)
    if exact is not None or not wanted:
        return Found(exact)
    best: dict[str, tuple[float, N]] = {}
    for name, thing in index.items():
        score = likeness(wanted, name)
        if score >= least and score > best.get(thing.code, (0.0, thing))[0]:
            best[thing.code] = (score, thing)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    return Found(near=tuple(thing for _, thing in ranked[:CHOICES]))


def likeness(wanted: str, name: str) -> float:
    """From 0 (nothing in common) to 1; one inside the other counts as near."""
    if not set(wanted) & set(name):
        return 0.0
    ratio = SequenceMatcher(None, wanted, name, autojunk=False).ratio()
    if min(len(wanted), len(name)) >= 2 and (wanted in name or name in wanted):
        return 0.5 + ratio / 2
    return ratio
