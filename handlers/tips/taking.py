"""A tip is taken: whether it may be, where it goes, and what is asked once the receipt is given."""

import json
import re

from domain.decision import Answer, Ask, Decision
from domain.enrolment import EnrolGrid, GridsOf
from domain.members import Subject
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.tips.case import TipCase, new_code
from domain.tips.effects import ForgetReporter, HandOver, OpenTip, RewordTip, SupplementTip, WithdrawTip
from domain.tips.identifying import identifies, redacted
from domain.tips.pace import VISITOR
from domain.tips.queries import KeyHolders, SignsIn, TipByReceipt, TipStaff
from domain.tips.receipts import new_receipt
from domain.tips.routing import Routing, Told, route
from domain.tips.topics import buildings, concerns_unit, endangers, is_serious, same_matter, topic_of
from handlers.tips import wording
from handlers.tips.holding import BACK, seen_as, takes_back, waved, withdrawal

_UNNAMED = re.compile(
    r"\W*(?:我|要|想|来|得|进行)*(?:匿名|不[留记具署露]名|只?[凭用]回执)|.*[,，。！!\s]只?[凭用]回执号?(?:就行|查)?\W*$",
    re.DOTALL,
)
_BY_RECEIPT_ALONE = re.compile(r"[,，。！!\s]+只?[凭用]回执号?(?:就行|查)?\W*$")
_STEPS = ("hide", "now", "tell", "photo")
_MOST_PHOTOS = 3
_LEAVE = "(?:不用|不要|不必|不需要|别|莫|不)"
_WORDS = {
    "hide": (
        "要?(?:隐去?|隐掉|遮住?|遮掉|去掉)",
        rf"{_LEAVE}(?:隐去?|隐掉|遮住?|遮掉|去掉)|照?(?:原话|原样|我?写的)转?",
    ),
    "now": (
        "要?(?:马上|立刻|立即|现在就?|赶快|赶紧|尽快|快点)(?:转|办|处理)?(?:给他们)?",
        rf"{_LEAVE}(?:急|着急|马上)(?:转)?|随下?一?批|等下?一?批|照常转?",
    ),
    "tell": (
        "要?(?:主动)?(?:告诉|通知|回复|回信|联系)(?:给)?我?(?:一声)?",
        rf"{_LEAVE}(?:主动)?(?:告诉|通知|回复|联系)我?|只?[凭用]回执号?(?:查)?|我?自己查|不留(?:回信的?)?路?|匿名",
    ),
    "photo": ("", "(?:没有?|没得|无)(?:照片|图片?|拍)|没拍到?|先不发|不发了?"),
}
"""Besides 是 and 不用: yes and no in the words of each question."""


def asks_unnamed(text: str) -> bool:
    """True where somebody wants the receipt alone from the start."""
    return _UNNAMED.match(text) is not None


def asked_what(request: Request) -> Ask:
    """The one question, with what cannot be promised, which need not be said again with the receipt."""
    unnamed = "unnamed" in request.answers or asks_unnamed(request.message.text)
    asked = wording.what(limits(request, unnamed=unnamed))
    lead = f"{wording.WORDS_FIRST}\n" if request.picture is not None else ""
    facts = {"warned": "warned"} | ({"unnamed": "unnamed"} if unnamed else {})
    return Ask("what", lead + asked, "text", facts=facts, photo_too=True)


async def must_be_open(request: Request, book: Book) -> None:
    """Refuses where no key is set up, and whoever reported too often."""
    if not await book.answer(KeyHolders()):
        raise Refusal(wording.CLOSED)
    if limit := request.outside.tips.limit(request.sender.account, civil(request.now)):
        raise Refusal(wording.LIMITS[limit])


async def taken(request: Request, book: Book, text: str) -> Decision:
    """Open the case, without what tells who wrote; the receipt comes first, the questions after it."""
    account, today = request.sender.account, civil(request.now)
    text = _BY_RECEIPT_ALONE.sub("", text)
    hidden = redacted(text, request.sender)
    if text and request.outside.tips.knows(account, today, hidden):
        raise Refusal(wording.TWICE)
    signs = await book.answer(SignsIn(text))
    grid = await _grid(request, book, text, signs)
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
        matter=same_matter(text, grid, negative, signs[0].id if signs else 0),
        reporter=None if unnamed else account,
        photo=request.picture,
    )
    facts = {"receipt": receipt} | ({"unnamed": "unnamed"} if unnamed else {})
    facts |= {"photos": "1"} if request.picture is not None else {}
    ask = _following(request, text, unnamed=unnamed, facts=facts)
    warned = "warned" in request.answers or request.outside.tips.reported(account, today)
    known = "" if warned else limits(request, unnamed=unnamed)
    told = wording.receipt(receipt, known, unnamed=unnamed, pooled=request.rules.rewards.tip_reward.pool)
    return Decision(Answer(told), (opened,), ask=ask)


def limits(request: Request, *, unnamed: bool) -> str:
    """What cannot be promised at the door that the sender came through."""
    on_page = request.sender.account.id.startswith(VISITOR)
    return wording.limits(on_page=on_page, unnamed=unnamed, page=request.outside.entrance.page)


async def _way(request: Request, book: Book, text: str, grid: str) -> Routing:
    negative = request.rules.negative
    told = Told(text, grid, topic_of(text, negative), concerns_unit(text, negative))
    way = route(told, await book.answer(TipStaff()), await book.answer(KeyHolders()))
    if way.way in {"closed", "outside"}:
        raise Refusal(wording.CLOSED if way.way == "closed" else wording.OUTSIDE)
    return way


async def _grid(request: Request, book: Book, text: str, signs: tuple[Subject, ...]) -> str:
    """Where it happened, by building, shop or grid's name; else the sender's grid, the only one, or the community.

    A card on somewhere else that came to the sender's own worker would tell where the sender lives.
    """
    grids = await book.answer(GridsOf())
    named = set(buildings(text))
    there = {one.code for one in grids if named & _houses(one)} or {one.grid for one in signs}
    there = there or {one.code for one in grids if one.name in text}
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
        "photo": request.picture is None and "photos" not in asked,
    }
    step = next((one for place, one in enumerate(_STEPS) if place > later and wanted[one]), None)
    if step is None:
        return None
    words = {"hide": wording.HIDE, "now": wording.NOW, "tell": wording.TELL, "photo": wording.PHOTO}[step]
    yes, no = _WORDS[step]
    if step == "photo":
        return Ask(step, lead + words, "photo", no=f"{no}|{BACK}", facts=facts or {})
    return Ask(
        step,
        lead + words,
        yes=yes,
        no=f"{no}|{BACK}",
        otherwise=wording.NOT_ADDED,
        photo_too=True,
        facts=facts or {},
    )


async def settled(request: Request, book: Book, text: str) -> Decision:
    """One of the questions after the receipt was answered."""
    case = await book.answer(TipByReceipt(str(request.answers["receipt"])))
    if case is None or not (await seen_as(book, case)).is_open:
        raise Refusal(wording.OVER)
    if "withdraw" in request.answers:
        return Decision(Answer(wording.WITHDRAWN), (WithdrawTip(case, civil(request.now)),), (case.watch,))
    if takes_back(request.message.text):
        return withdrawal()
    if request.picture is not None:
        return _pictured(request, case, text)
    step = next(one for one in reversed(_STEPS) if one in request.answers)
    said, effects = _answered(request, case, text, step)
    ask = _following(request, text, unnamed="unnamed" in request.answers, before=said)
    return Decision(None if ask else Answer(said), effects, ask=ask)


def _pictured(request: Request, case: TipCase, text: str) -> Decision:
    """A photo, also one that came before its turn: it goes along, and what was asked is asked again."""
    effects = (SupplementTip(case, "", civil(request.now), request.picture),)
    photos = int(request.answers.get("photos", 0)) + 1
    facts = {"photos": str(photos)}
    if "photo" not in request.answers and (
        ask := _following(request, text, unnamed="unnamed" in request.answers, facts=facts, before=wording.PHOTO_TAKEN)
    ):
        return Decision(None, effects, ask=ask)
    if photos >= _MOST_PHOTOS:
        return Decision(Answer(wording.PHOTO_TAKEN), effects)
    more = Ask("photo", wording.PHOTO_MORE, "photo", no=_WORDS["photo"][1], facts=facts)
    return Decision(None, effects, ask=more)


def _answered(request: Request, case: TipCase, text: str, step: str) -> tuple[str, tuple[object, ...]]:
    yes, today = request.answers[step] is True, civil(request.now)
    if step == "hide":
        plainly = not yes and not waved(request.message.text)
        return (wording.AS_WRITTEN, (RewordTip(case, text, today),)) if plainly else (wording.KEPT, ())
    if step == "now":
        return (wording.HANDED, (HandOver(case.code, today),)) if yes else (wording.WITH_BATCH, ())
    if step == "tell":
        return (wording.TOLD, ()) if yes else (wording.BY_RECEIPT, (ForgetReporter(case.code),))
    return wording.NO_PHOTO, ()
