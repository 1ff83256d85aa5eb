"""A tip is taken: whether it may be, where it goes, and what is asked once the receipt is given."""

import json
import re

from domain.decision import Answer, Ask, Decision
from domain.enrolment import EnrolGrid, GridsOf
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.tips.case import TipCase, new_code
from domain.tips.effects import ForgetReporter, HandOver, OpenTip, RewordTip, SupplementTip
from domain.tips.identifying import identifies, redacted
from domain.tips.pace import VISITOR
from domain.tips.queries import KeyHolders, TipByReceipt, TipStaff
from domain.tips.receipts import new_receipt
from domain.tips.routing import Routing, route
from domain.tips.topics import buildings, endangers, is_serious, same_matter, topic_of
from handlers.tips import wording
from handlers.tips.holding import seen_as

_UNNAMED = re.compile(r"\W*(?:我|要|想|来)*匿名")
_WAVED = re.compile(r"\W*(?:算了|取消|随便|都行|不知道)\w{0,2}\W*")
_STEPS = ("hide", "now", "tell", "photo")


def asks_unnamed(text: str) -> bool:
    """True where somebody wants the receipt alone from the start."""
    return _UNNAMED.match(text) is not None


async def must_be_open(request: Request, book: Book) -> None:
    """Refuses where no key is set up, and whoever reported too often."""
    if not await book.answer(KeyHolders()):
        raise Refusal(wording.CLOSED)
    if limit := request.outside.tips.limit(request.sender.account, civil(request.now)):
        raise Refusal(wording.LIMITS[limit])


async def taken(request: Request, book: Book, text: str) -> Decision:
    """Open the case, without what tells who wrote; the receipt comes first, the questions after it."""
    account, today = request.sender.account, civil(request.now)
    hidden = redacted(text, request.sender)
    if text and request.outside.tips.knows(account, today, hidden):
        raise Refusal(wording.TWICE)
    grid = await _grid(request, book, text)
    way = await _way(request, book, text, grid)
    receipt, negative = new_receipt(request.outside.below), request.rules.negative
    unnamed = "unnamed" in request.answers or asks_unnamed(request.message.text)
    opened = OpenTip(
        code=new_code(request.outside.below),
        receipt=receipt,
        grid=grid,
        topic=topic_of(text, negative),
        text=hidden,
        recipients=way.recipients,
        on=today,
        urgent=endangers(text),
        serious=is_serious(text, negative),
        guarded=way.guarded,
        matter=same_matter(text, grid, negative),
        reporter=None if unnamed else account,
        photo=request.picture,
    )
    facts = {"receipt": receipt} | ({"unnamed": "unnamed"} if unnamed else {})
    ask = _following(request, text, unnamed=unnamed, facts=facts)
    told = wording.receipt(receipt, limits(request, unnamed=unnamed), pooled=request.rules.rewards.tip_reward.pool)
    return Decision(Answer(told), (opened,), ask=ask)


def limits(request: Request, *, unnamed: bool) -> str:
    """What cannot be promised at the door that the sender came through."""
    on_page = request.sender.account.id.startswith(VISITOR)
    return wording.limits(on_page=on_page, unnamed=unnamed, page=request.outside.entrance.page)


async def _way(request: Request, book: Book, text: str, grid: str) -> Routing:
    topic = topic_of(text, request.rules.negative)
    way = route(text, grid, topic, await book.answer(TipStaff()), await book.answer(KeyHolders()))
    if way.way in {"closed", "outside"}:
        raise Refusal(wording.CLOSED if way.way == "closed" else wording.OUTSIDE)
    return way


async def _grid(request: Request, book: Book, text: str) -> str:
    """Where it happened, by building or grid's name; else the sender's own grid, the only one, or the whole community.

    A card on somewhere else that came to the sender's own worker would tell where the sender lives.
    """
    grids = await book.answer(GridsOf())
    named = set(buildings(text))
    there = {one.code for one in grids if named & _houses(one)} or {one.code for one in grids if one.name in text}
    if len(there) == 1:
        return there.pop()
    if request.grid:
        return request.grid.code
    return grids[0].code if len(grids) == 1 else ""


def _houses(grid: EnrolGrid) -> set[str]:
    return {str(house) for house in json.loads(grid.facts).get("buildings", ())}


def _following(
    request: Request, text: str, *, unnamed: bool, facts: dict[str, str] | None = None, before: str = ""
) -> Ask | None:
    """The next question, or None; who does not answer gets what protects most and loses nothing."""
    asked, lead = request.answers, f"{before}\n" if before else ""
    later = next((place for place, step in reversed(list(enumerate(_STEPS))) if step in asked), -1)
    wanted = {
        "hide": identifies(text, request.sender),
        "now": endangers(text),
        "tell": not unnamed,
        "photo": request.picture is None,
    }
    step = next((one for place, one in enumerate(_STEPS) if place > later and wanted[one]), None)
    if step is None:
        return None
    words = {"hide": wording.HIDE, "now": wording.NOW, "tell": wording.TELL, "photo": wording.PHOTO}[step]
    if step == "photo":
        return Ask(step, lead + words, "photo", on_no=wording.NO_PHOTO, facts=facts or {})
    return Ask(step, lead + words, facts=facts or {})


async def settled(request: Request, book: Book, text: str) -> Decision:
    """One of the questions after the receipt was answered."""
    case = await book.answer(TipByReceipt(str(request.answers["receipt"])))
    if case is None or not (await seen_as(book, case)).is_open:
        raise Refusal(wording.OVER)
    step = next(one for one in reversed(_STEPS) if one in request.answers)
    said, effects = _answered(request, case, text, step)
    ask = _following(request, text, unnamed="unnamed" in request.answers, before=said)
    return Decision(None if ask else Answer(said), effects, ask=ask)


def _answered(request: Request, case: TipCase, text: str, step: str) -> tuple[str, tuple[object, ...]]:
    yes, today = request.answers[step] is True, civil(request.now)
    if step == "hide":
        # Whoever just waves the question away has not asked to be named.
        plainly = not yes and _WAVED.fullmatch(request.message.text) is None
        return (wording.AS_WRITTEN, (RewordTip(case, text, today),)) if plainly else (wording.KEPT, ())
    if step == "now":
        return (wording.HANDED, (HandOver(case.code, today),)) if yes else (wording.WITH_BATCH, ())
    if step == "tell":
        return (wording.TOLD, ()) if yes else (wording.BY_RECEIPT, (ForgetReporter(case.code),))
    if request.picture is None:
        return wording.DONE, ()
    return wording.PHOTO_TAKEN, (SupplementTip(case, "", today, request.picture),)
