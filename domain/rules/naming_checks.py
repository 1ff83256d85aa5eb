"""Checks that every list shares: codes, names and texts that are blank, taken or hard to tell apart."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from domain.mistake import Mistake
from domain.rules import wording
from domain.rules.kinds import KINDS, SubjectKind
from domain.rules.naming import folded

COMMAND_LETTERS: Final = frozenset("SPTDLBV")
"""First letters of the codes people type for appeals, projects, cases, claims, entries, boards and vouchers."""

_CODE = re.compile(r"[A-Z]{1,3}[0-9]{1,4}")


class Coded(Protocol):
    """Something with a code."""

    @property
    def code(self) -> str:
        """Its code in the file."""
        ...


class Entry(Coded, Protocol):
    """Something with a code and names, for some kinds of subjects."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything people may call it."""
        ...

    @property
    def subjects(self) -> tuple[SubjectKind, ...]:
        """The kinds it is for."""
        ...


def check_codes(file: str, table: str, things: Sequence[Coded]) -> Iterator[Mistake]:
    """Codes of a wrong shape, codes that look like those of commands, and codes used twice."""
    seen: set[str] = set()
    for index, thing in enumerate(things):
        path, code, like = f"{table}[{index}].code", thing.code, wording.LIKE[file]
        if code[:1].upper() in COMMAND_LETTERS:
            yield Mistake(file, path, wording.CODE_OF_COMMANDS.format(code=code, letter=code[0].upper(), like=like))
        elif not _CODE.fullmatch(code):
            yield Mistake(file, path, wording.CODE_SHAPE.format(code=code, like=like))
        if code.upper() in seen:
            yield Mistake(file, path, wording.CODE_TAKEN.format(code=code, file=file))
        seen.add(code.upper())


def check_names(file: str, table: str, things: Sequence[Entry], fields: Sequence[str]) -> Iterator[Mistake]:
    """Names that two things of one kind share; ``fields`` are the paths of the names before the aliases."""
    owners: dict[tuple[SubjectKind, str], int] = {}
    for index, thing in enumerate(things):
        told: set[str] = set()
        for position, name in enumerate(thing.names):
            path = f"{table}[{index}].{name_field(fields, position)}"
            bare = folded(name)
            if not bare:
                yield Mistake(file, path, wording.BLANK)
                continue
            taken = {owners.setdefault((kind, bare), index) for kind in thing.subjects} - {index}
            if taken:
                other = things[min(taken)].code
                yield Mistake(file, path, wording.NAME_TAKEN.format(name=name, other=other))
            elif bare in told:
                yield Mistake(file, path, wording.NAME_TWICE.format(name=name, other=thing.code))
            told.add(bare)


def name_field(fields: Sequence[str], position: int) -> str:
    """Where in the table the name at this position stands."""
    return fields[position] if position < len(fields) else f"aliases[{position - len(fields)}]"


def check_subjects(file: str, table: str, things: Sequence[Entry]) -> Iterator[Mistake]:
    """Things that are for nobody, or for the same kind twice."""
    for index, thing in enumerate(things):
        yield from check_list(file, f"{table}[{index}].subjects", [str(kind) for kind in thing.subjects])


def check_list(file: str, path: str, values: Sequence[str], *, needed: bool = True) -> Iterator[Mistake]:
    """A list that is empty, or holds something blank or twice."""
    if needed and not values:
        yield Mistake(file, path, wording.EMPTY_LIST)
    for index, value in enumerate(values):
        if not value.strip():
            yield Mistake(file, f"{path}[{index}]", wording.BLANK)
        elif value in values[:index]:
            yield Mistake(file, f"{path}[{index}]", wording.REPEATED.format(value=value))


def check_unique(file: str, table: str, field: str, values: Iterable[str]) -> Iterator[Mistake]:
    """A column in which a value is blank or stands twice."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        if not value.strip():
            yield Mistake(file, f"{table}[{index}].{field}", wording.BLANK)
        elif folded(value) in seen:
            yield Mistake(file, f"{table}[{index}].{field}", wording.REPEATED.format(value=value))
        seen.add(folded(value))


def kinds_of(kinds: Iterable[SubjectKind]) -> str:
    """The kinds in words, in their usual order."""
    return "、".join(wording.KIND_NAMES[kind] for kind in KINDS if kind in set(kinds))
