"""Rules from their files: all seven checked as a whole, and every mistake told at once."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, cast

from bot.rules import wording
from bot.rules.mending import mended, overshadowed
from bot.toml import wording as toml_wording
from bot.toml.lines import line_of, lines_of
from bot.toml.reading import read_toml, structure
from domain.mistake import Mistake
from domain.rules.adoption import Texts
from domain.rules.checks import FILES, Book, check_file, check_links
from domain.rules.rulebook import Rulebook

_VERSION_LENGTH: Final = 12
_POINTED_AT: Final = frozenset({"catalogue.toml", "negative.toml"})


class BrokenRules(Exception):  # noqa: N818 -- named for the person who reads it
    """Rules that cannot stand, with every mistake in them."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        lines = [wording.BROKEN.format(count=len(self.mistakes)), *map(str, self.mistakes)]
        super().__init__("\n".join(lines))


@dataclass(frozen=True, slots=True)
class _Read:
    """One file as it was read: ``book`` may be mended, ``whole`` says whether it was not."""

    raw: bytes
    book: Book | None
    mistakes: tuple[Mistake, ...]

    @property
    def whole(self) -> bool:
        return not self.mistakes


def load_rules(directory: Path | None) -> Rulebook:
    """The rules of a directory, with the default for each file it lacks; BrokenRules names every mistake."""
    raw, mistakes = _gathered(directory)
    return _loaded(raw, mistakes)


def rules_of(texts: Texts) -> Rulebook:
    """The same of a community's own files as they were kept, with the default for each that is not among them."""
    return _loaded({file: texts.get(file, _default(file)) for file in FILES}, [])


def texts_in(directory: Path | None) -> dict[str, bytes]:
    """A directory's own files; what cannot be read is left out, since ``load_rules`` has told it."""
    if directory is None or not directory.is_dir():
        return {}
    found = {path.name: path for path in sorted(directory.glob("*.toml")) if path.name in FILES}
    return {name: path.read_bytes() for name, path in found.items() if os.access(path, os.R_OK)}


def _loaded(raw: Mapping[str, bytes], mistakes: list[Mistake]) -> Rulebook:
    reads = {file: _read(file, raw[file]) for file in FILES if file in raw}
    mistakes += [mistake for read in reads.values() for mistake in read.mistakes]
    mistakes += _checked(reads, complete=len(reads) == len(FILES))
    if mistakes:
        raise BrokenRules(_placed(mistakes, raw))
    return _joined(reads)


@cache
def default_rules() -> Rulebook:
    """The rules that come with the bot."""
    return load_rules(None)


def check_rules(directory: Path | None) -> list[str]:
    """A line for each mistake in the rules of a directory; none where they can be used."""
    try:
        load_rules(directory)
    except BrokenRules as broken:
        return [str(mistake) for mistake in broken.mistakes]
    return []


def _gathered(directory: Path | None) -> tuple[dict[str, bytes], list[Mistake]]:
    """The bytes of every file, from the directory where it has it, and what is wrong with the directory."""
    raw = {file: _default(file) for file in FILES}
    if directory is None:
        return raw, []
    if not directory.is_dir():
        return raw, [Mistake(str(directory), "", wording.NO_DIRECTORY)]
    mistakes: list[Mistake] = []
    for path in sorted(directory.glob("*.toml")):
        if path.name not in FILES:
            mistakes.append(_unknown_file(path.name))
            continue
        try:
            raw[path.name] = path.read_bytes()
        except OSError:
            del raw[path.name]
            mistakes.append(Mistake(path.name, "", toml_wording.NO_SUCH_FILE))
    return raw, mistakes


def _default(file: str) -> bytes:
    return (files(__package__) / "defaults" / file).read_bytes()


def _unknown_file(name: str) -> Mistake:
    near = get_close_matches(name, FILES, n=1)
    if near:
        return Mistake(name, "", wording.UNKNOWN_FILE_NEAR.format(near=near[0]))
    return Mistake(name, "", wording.UNKNOWN_FILE.format(known="、".join(FILES)))


def _read(file: str, raw: bytes) -> _Read:
    data, mistakes = read_toml(raw, file)
    if data is None:
        return _Read(raw, None, tuple(mistakes))
    book, mistakes = structure(data, FILES[file], file)
    if book is None:
        default, _ = read_toml(_default(file), file)
        book, _ = structure(mended(data, default or {}, mistakes), FILES[file], file)
    return _Read(raw, book, tuple(mistakes))


def _checked(reads: Mapping[str, _Read], *, complete: bool) -> Iterator[Mistake]:
    """What the checks find, without what only the mending of unread values could have caused."""
    for file, read in reads.items():
        if read.book is not None:
            found = check_file(file, read.book)
            yield from (mistake for mistake in found if not overshadowed(mistake, read.mistakes))
    if complete:
        yield from _checked_links(reads)


def _checked_links(reads: Mapping[str, _Read]) -> Iterator[Mistake]:
    """What the files say of one another, where the lists that the others point to could be read."""
    unread = [mistake for read in reads.values() for mistake in read.mistakes]
    if any(mistake.path.endswith(("code", "key")) for mistake in unread):
        return
    lost = {file for file, read in reads.items() if read.book is None}
    if not lost.isdisjoint(_POINTED_AT):
        return
    stand_ins = {file: _read(file, _default(file)) for file in lost}
    for mistake in check_links(_joined({**reads, **stand_ins})):
        if mistake.file not in lost and not overshadowed(mistake, unread):
            yield mistake


def _placed(mistakes: Iterable[Mistake], raw: Mapping[str, bytes]) -> list[Mistake]:
    """The mistakes with their lines, file by file and line by line."""
    places = {file: lines_of(text.decode("utf-8-sig", errors="replace")) for file, text in raw.items()}
    order = list(FILES)
    found = [
        mistake
        if mistake.line is not None
        else replace(mistake, line=line_of(places.get(mistake.file, {}), mistake.path))
        for mistake in mistakes
    ]
    return sorted(found, key=lambda mistake: (_rank(mistake.file, order), mistake.line or 0))


def _rank(file: str, order: list[str]) -> int:
    return order.index(file) if file in order else -1


def _joined(reads: Mapping[str, _Read]) -> Rulebook:
    digest = hashlib.sha256()
    for file in FILES:
        digest.update(file.encode() + b"\0" + hashlib.sha256(reads[file].raw.replace(b"\r\n", b"\n")).digest())
    books: list[Any] = [cast("Any", reads[file].book) for file in FILES]
    return Rulebook(digest.hexdigest()[:_VERSION_LENGTH], *books)
