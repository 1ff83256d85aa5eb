"""Whom a request is shown to: at most three who have the skill, the least burdened first."""

from collections import Counter
from collections.abc import Iterable

from domain.decision import Target
from domain.matters.matter import OpenMatters, concerns_of
from domain.matters.standing_by import concerned
from domain.members import AccountRef, Sender, SubjectAt
from domain.partners import CaptainsOf, Partner, PartnersOf
from domain.period import civil
from domain.query import Book
from domain.request import Request
from domain.rules.catalogue import AssistTopic
from domain.services.service import HELPERS, fits
from handlers.bringing import reachable
from handlers.parties import party_of, people_of, subject_named

_NOBODY = Sender(AccountRef("", ""))


async def helpers_for(
    request: Request, book: Book, topic: AssistTopic, grid: str, concerns: tuple[str, ...]
) -> tuple[str, ...]:
    """The parties that may help, none of them concerned."""
    people = tuple(one for one in await people_of(book, grid) if not concerned(_NOBODY, one, concerns))
    skilled = [one for one in await in_force(request, book) if fits(one.skills, topic)]
    found = [await party_of(book, one, people) for one in skilled]
    found += [await _captain(book, one.name) for one in await book.answer(CaptainsOf()) if fits((one.theme,), topic)]
    free = [one for one in dict.fromkeys(found) if one and not await _concerned(book, one, concerns)]
    load = await _load(book)
    return tuple(sorted(free, key=lambda one: load[one])[:HELPERS])


async def in_force(request: Request, book: Book) -> tuple[Partner, ...]:
    """The partners whose agreement holds today."""
    today = civil(request.now)
    return tuple(one for one in await book.answer(PartnersOf()) if one.holds(today))


async def _captain(book: Book, name: str) -> str:
    subject = await subject_named(book, name, person=True)
    if subject is None or not await reachable(book, Target("subject", str(subject.id))):
        return ""
    return f"subject:{subject.id}"


async def _concerned(book: Book, party: str, concerns: Iterable[str]) -> bool:
    kind, _, number = party.partition(":")
    subject = await book.answer(SubjectAt(int(number))) if kind == "subject" else None
    return subject is not None and not set(concerns_of(subject)).isdisjoint(concerns)


async def _load(book: Book) -> Counter[str]:
    return Counter(str(one.facts.get("helper", "")) for one in await book.answer(OpenMatters()))
