"""The command 预约: a free room is held at once and its provider asked; a taken one comes with three other times."""

from datetime import datetime, timedelta

from domain.bookings.booking import ASKED, SORT, HoldRoom, TakenCells, is_free, milliseconds
from domain.bookings.opening import Opening, others, read_opening
from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.matters.matter import NOBODY, Holder, OpenMatter, Step, concerns_of
from domain.partners import USUAL_MINUTES, Resource, ResourcesOf
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from domain.services.service import target_of
from domain.services.wording import hours
from domain.when import read_span
from handlers.bringing import brought
from handlers.cards import cards, hands
from handlers.partners import wording
from handlers.partners.providers import ended, lent, provider_of
from handlers.wishing import room_missed, unmet

_FARTHEST = timedelta(days=60)
Times = tuple[datetime, datetime]


async def reserve(request: Request, book: Book) -> Decision:
    """Hold the room where it is free, else offer three other times; the time is asked for where it is missing."""
    resource = await _resource(request, book)
    if isinstance(resource, Ask):
        return Decision(ask=resource)
    said = str(request.answers.get("when") or request.slot("when") or "")
    times = _times(request, resource, said)
    if times is None:
        words = wording.unread(resource) if said else wording.when(resource)
        return Decision(ask=Ask("when", words, "text", on_no=wording.NOT_BOOKED))
    opening = read_opening(resource.open_times)
    earliest = request.now + timedelta(hours=resource.lead_hours)
    taken = await _taken(book, resource, times)
    if times[0] < earliest or not opening.holds(*times) or not is_free(taken, *times):
        return _offered(request, resource, (opening, taken), times, earliest)
    return await _held(request, book, resource, times)


async def _resource(request: Request, book: Book) -> Resource | Ask:
    said = str(request.answers.get("resource") or request.slot("resource") or "").strip()
    found = lent(await book.answer(ResourcesOf()), await ended(request, book))
    if not said and not found:
        raise Refusal(wording.NO_RESOURCES)
    if not said:
        return Ask("resource", wording.where([one.name for one in found]), "text", on_no=wording.NOT_BOOKED)
    exact = [one for one in found if one.name == said] or [one for one in found if said in one.name]
    if len(exact) != 1:
        # A place that nobody lends is counted without its name, which may be anything.
        missed = () if exact else (unmet(request, "room", "", "not_offered"),)
        raise Refusal(wording.unknown(said, [one.name for one in exact or found]), *missed)
    return exact[0]


def _times(request: Request, resource: Resource, text: str) -> Times | None:
    """The time that was said, None where no day and hour can be read."""
    said = read_span(text, request.now)
    if said is None:
        return None
    minutes = resource.slot_minutes or USUAL_MINUTES
    since, until = said.since, said.until or said.since + timedelta(minutes=minutes)
    if since <= request.now or since > request.now + _FARTHEST:
        raise Refusal(wording.NOT_THEN)
    if until - since > timedelta(minutes=minutes):
        raise Refusal(wording.too_long(resource.name, minutes))
    return since, until


async def _taken(book: Book, resource: Resource, times: Times) -> frozenset[int]:
    """What is taken from the wanted day on, as far as other times are looked for."""
    since = times[0] - timedelta(days=1)
    query = TakenCells(resource.name, milliseconds(since), milliseconds(times[1] + timedelta(days=22)))
    return await book.answer(query)


def _offered(
    request: Request, resource: Resource, known: tuple[Opening, frozenset[int]], times: Times, earliest: datetime
) -> Decision:
    opening, taken = known
    free = others(opening, taken, times, earliest)
    missed = room_missed(request, resource.name, known, times)
    if not free:
        raise Refusal(wording.nothing_free(resource), *missed)
    why = wording.why_not(resource, early=times[0] < earliest, closed=not opening.holds(*times))
    choices = tuple(hours(milliseconds(since), milliseconds(until)) for since, until in free)
    return Decision(effects=missed, ask=Ask("when", why, "choice", choices))


async def _held(request: Request, book: Book, resource: Resource, times: Times) -> Decision:
    subject, code = request.subject, NewCode("P")
    party = await provider_of(book, resource)
    since, until = milliseconds(times[0]), milliseconds(times[1])
    line = f"{resource.name} {hours(since, until)}"
    opened = OpenMatter(
        code=code,
        sort=SORT,
        state=ASKED,
        line=line,
        step=Step("asked", role="resident"),
        subject=subject.id,
        grid=subject.grid,
        holder=NOBODY if party else Holder("grid_worker"),
        concerns=concerns_of(subject),
        facts={
            "resource": resource.name,
            "provider": resource.provider,
            "since": since,
            "until": until,
            "asker": f"subject:{subject.id}",
            "asked": party,
            "lender": party,
        },
    )
    card = wording.may_they(code, line)
    to = target_of(party)
    if to:
        asked = await brought(request, book, to, card, code)
    else:
        asked = cards(await hands(book, "grid_worker", subject.grid, ()), wording.worker_asks(code, line, resource))
    return Decision(
        Answer(wording.held(code, line, resource)), (opened, HoldRoom(resource.name, code, since, until), *asked)
    )


command = Command(
    intent="reserve",
    title="预约",
    words=Words(
        names=("预约",),
        phrases=(
            r"(我|我们|要|想|来)*(预约|预定|预订)(<一下>|使用|个|一个)*[\s:：,，]*{line:booking}",
            r"(我|我们|要|想|来)*(预约|预定|预订)(<一下>|使用|个|一个)*[\s:：,，]*{resource:room_by_name}",
            r"(预约)[\s:：,，]+{resource:room}",
            "(我|我们|要|想|来)*(预约|预订|预定)(个|一个|用)?(场地|地方)?",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    handle=reserve,
    examples={
        "预约 多媒体教室 周六14点到16点": {"resource": "多媒体教室", "when": "周六14点到16点"},
        "预约 报告厅": {"resource": "报告厅"},
        "预约": {},
        "预约报告厅周六14点到16点": {"resource": "报告厅", "when": "周六14点到16点"},
    },
)
