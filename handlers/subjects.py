"""Whom a staff line means: exact names and addresses only, at most three choices, never a guess."""

import re
from dataclasses import dataclass

from domain.members import FindSubjects, Subject
from domain.query import Book
from domain.refusal import Refusal
from domain.register.address import find_address
from domain.request import Request
from handlers import subjects_wording as wording

CHOICES = 3
_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """Several things could be meant; their names, as the sender may choose among them."""

    names: tuple[str, ...]


async def subject_meant(request: Request, book: Book) -> Subject | Choice:
    """The subject of a staff line; refuses an unknown one."""
    return await subjects_named(request, book, str(request.slot("subject")))


async def subjects_named(request: Request, book: Book, said: str) -> Subject | Choice:
    """The subject that these words name, by the answer to ``subject`` where it was asked."""
    found = await _found(request, book, said)
    if not found:
        raise Refusal(wording.ONE_EACH if await _are_several(request, book, said) else wording.unknown_subject(said))
    chosen = request.answers.get("subject")
    if chosen:
        found = tuple(one for one in found if wording.whose(one) == chosen)
    if len(found) == 1:
        return found[0]
    if len(found) > CHOICES:
        raise Refusal(wording.too_many(said))
    return Choice(tuple(wording.whose(one) for one in found))


async def _are_several(request: Request, book: Book, said: str) -> bool:
    """Whether the words are the names of several people, all of whom the register holds."""
    names = re.findall(r"[^\s,，、和]{2,}", said)[:_MOST_NAMES]
    return len(names) > 1 and all([await _found(request, book, name) for name in names])


async def _found(request: Request, book: Book, said: str) -> tuple[Subject, ...]:
    grid = request.grid.code if request.message.scene == "group" and request.grid else ""
    place = find_address(said)
    if place is None:
        return await book.answer(FindSubjects(name=said.strip(), grid=grid))
    name = (said[: place.start] + said[place.end :]).strip(" ，,、的")
    return await book.answer(FindSubjects(name, str(place.address), grid))
