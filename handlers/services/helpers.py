"""Whom a request is shown to: at most three with the skill; who registered to serve first, then the least burdened."""

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
from domain.teams.team import REGISTERED, SkilledVolunteers, Team, Teams, VolunteerOf
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
    found += [] if topic.private else await _volunteers(book, topic)
    registered = await registered_teams(book)
    found += [] if topic.private else await captains_of(book, registered)
    free = [one for one in dict.fromkeys(found) if one and not await _concerned(book, one, concerns)]
    load, first = await _load(book), [one for one in free if await _is_registered(book, one, registered)]
    return tuple(sorted(free, key=lambda one: (one not in first, load[one]))[:HELPERS])


async def _volunteers(book: Book, topic: AssistTopic) -> list[str]:
    """Grown-up volunteers who said that they can do it, as parties."""
    named = [one.id for one, skills, _ in await book.answer(SkilledVolunteers()) if topic.name in skills]
    return [f"subject:{one}" for one in named if await reachable(book, Target("subject", str(one)))]


async def registered_teams(book: Book) -> tuple[Team, ...]:
    """The teams of party members who registered to serve where they live; nothing else says who is one."""
    return tuple(one for one in await book.answer(Teams()) if one.kind == REGISTERED)


async def captains_of(book: Book, teams: Iterable[Team]) -> list[str]:
    """The captains who can be reached, as parties."""
    led = [one.captain for one in teams if one.captain]
    return [f"subject:{one}" for one in led if await reachable(book, Target("subject", str(one)))]


async def _is_registered(book: Book, party: str, teams: tuple[Team, ...]) -> bool:
    kind, _, number = party.partition(":")
    if kind != "subject" or not teams:
        return False
    held = await book.answer(VolunteerOf(int(number)))
    return any(one.name in held.teams for one in teams)


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
