"""Announcing: slots from one line or asked one by one, a preview, and the card in the grid's group."""

from domain.activities import wording as said_unasked
from domain.activities.activity import ActivitiesBetween, Kind, OpenActivity, Plan, StationOf, milliseconds
from domain.activities.course import Codes, codes_due
from domain.activities.hours import item_of
from domain.activities.times import LONGEST, Stretch
from domain.code import NewCode
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.query import Book
from domain.request import Request
from handlers.activities import wording
from handlers.activities.drafting import Draft
from handlers.activities.organising import Desk, desk_of
from handlers.holding import must_not_be_held

_CODES = 10_000


async def announce(request: Request, book: Book, kind: Kind) -> Decision:
    """Ask for what is missing, show the preview, and post on a yes."""
    desk = await desk_of(request, book, lecture=kind != "activity")
    if isinstance(desk, Ask):
        return Decision(ask=desk)
    await must_not_be_held(book)
    draft = Draft(request, kind)
    plan = await _plan(request, book, draft, desk)
    if isinstance(plan, Ask):
        return Decision(ask=plan)
    if not request.answers.get(draft.step("post")):
        return Decision(ask=Ask(draft.step("post"), wording.preview(plan), on_no=wording.NOT_POSTED))
    return await _posted(request, book, plan, desk)


async def _plan(request: Request, book: Book, draft: Draft, desk: Desk) -> Plan | Ask:
    """The whole plan, or the first question that is still open."""
    title = draft.text("title", wording.WHAT)
    if isinstance(title, Ask):
        return title
    stretch = draft.stretch()
    if isinstance(stretch, Ask):
        return stretch
    online = draft.kind == "live" and not request.slot("place")
    place = wording.ONLINE if online else draft.text("place", wording.WHERE)
    if isinstance(place, Ask):
        return place
    lecturer = "" if draft.kind == "activity" else draft.lecturer()
    if isinstance(lecturer, Ask):
        return lecturer
    seats = 0 if draft.kind == "live" else draft.seats()
    if isinstance(seats, Ask):
        return seats
    return await _whole(request, book, desk, (draft.kind, title, stretch, place, lecturer, seats))


async def _whole(request: Request, book: Book, desk: Desk, said: tuple[str, str, Stretch, str, str, int]) -> Plan:
    kind, title, stretch, place, lecturer, seats = said
    team = desk.team
    item = item_of(request.rules, title, team, lecture=kind != "activity")
    return Plan(
        kind=kind,  # type: ignore[arg-type]  # a draft is made of one of the kinds
        title=title,
        item=item.code if item else "",
        grid=desk.grid,
        starts_at=milliseconds(stretch.start),
        ends_at=milliseconds(stretch.end),
        place=place,
        seats=seats,
        lecturer=lecturer,
        team=team.name if team else "",
        station=team.station if team else await book.answer(StationOf(desk.grid)),
    )


async def _posted(request: Request, book: Book, plan: Plan, desk: Desk) -> Decision:
    code = NewCode("N")
    first, second = await _two_codes(request, book, plan)
    codes = codes_due(Codes(code, plan, desk.organiser, first, second), request.at)
    opened = OpenActivity(code, plan, desk.organiser, first, second, tuple(codes))
    group = Say(Target("grid", plan.grid), "", said_unasked.card(code, plan), urgency=Urgency.PUBLIC)
    return Decision(Answer(wording.posted(code, plan)), (opened, group, *codes.values()))


async def _two_codes(request: Request, book: Book, plan: Plan) -> tuple[str, str]:
    """Four digits each, unlike those of any activity near in time."""
    near = LONGEST.total_seconds() * 2000
    around = await book.answer(ActivitiesBetween(int(plan.starts_at - near), int(plan.ends_at + near)))
    taken = {code for one in around for code in (one.in_code, one.out_code)}
    first = _free(request, taken)
    return first, _free(request, taken | {first})


def _free(request: Request, taken: set[str]) -> str:
    start = request.outside.below(_CODES)
    codes = (f"{(start + step) % _CODES:04}" for step in range(_CODES))
    return next(code for code in codes if code not in taken)
