"""Photos of places: asked for where a finding is registered and where it is put right, and agreed to before all."""

from datetime import timedelta

from domain.attachments import KeepAttachment
from domain.code import NewCode
from domain.consents import ConsentOf, SetConsent
from domain.decision import Answer, Ask, Decision
from domain.document_files import attachment_of
from domain.documents import PairsSheet, PhotoPair
from domain.findings import photos, repairing, states
from domain.findings.timing import milliseconds
from domain.matters.matter import Holder, Matter, MatterAt, MattersOf, MattersSince, MoveMatter, OpenMatter, Step
from domain.members import Duty
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.rules.negative import NegativeItem
from handlers.cards import cards, hands
from handlers.findings import photos_wording as wording
from handlers.findings import repair_wording
from handlers.photos import photo_of

PHOTO_MINUTES, SHOW_MINUTES = 10, 60
ABOUT, SHOW = "about", "show"
_LOOKED_AT_WITHIN = timedelta(days=5)
_PREVIEW_STANDS = timedelta(days=30)


def found(item: NegativeItem, receipt: str) -> Ask | None:
    """Asks whoever registered a finding for a photo, below the receipt; None where it is never published."""
    if item.publish == "never":
        return None
    words = f"{receipt}\n{wording.FOUND}"
    return Ask("photo", words, "photo", minutes=PHOTO_MINUTES, on_no=wording.NO_PHOTO)


async def add_found(request: Request, book: Book, duty: Duty) -> Decision:
    """The photo of the finding that the sender registered last."""
    since = milliseconds(request.now - timedelta(minutes=PHOTO_MINUTES))
    own = [one for one in await book.answer(MattersSince(states.SORT, since)) if one.facts["person"] == duty.person]
    finding, picture = (await book.answer(MatterAt(own[-1].code)) if own else None), photo_of(request)
    if finding is None or picture is None or finding.closed_at is not None or finding.facts.get("photo"):
        raise Refusal(wording.LATE)
    moved = _with(finding, Step("photo", duty.person, duty.role), {"photo": picture.id})
    return Decision(Answer(wording.KEPT.format(code=finding.code)), (moved, picture), (finding.watch,))


def asked(finding: Matter, item: NegativeItem, photo: KeepAttachment | None) -> Ask | None:
    """What whoever put it right is asked next: for the photo, then whether neighbours may see the two."""
    facts = {ABOUT: finding.code}
    if photo is None:
        return Ask("photo", wording.AFTER, "photo", minutes=PHOTO_MINUTES, on_no=wording.NO_PHOTO, facts=facts)
    if item.publish == "never" or not finding.facts.get("photo"):
        return None
    return Ask(SHOW, wording.MAY_SHOW, minutes=SHOW_MINUTES, facts={**facts, "photo": "sent"})


async def add(request: Request, book: Book, code: str) -> Decision:
    """The photo of what was put right, or the word whether it may be shown."""
    finding = await book.answer(MatterAt(code))
    repair = await _repair_of(book, finding) if finding else None
    item = request.rules.negative_item(str(finding.facts["item"])) if finding else None
    if finding is None or repair is None or item is None:
        raise Refusal(wording.LATE)
    if SHOW in request.answers:
        return await _agreed(request, book, (finding, repair))
    picture = photo_of(request)
    if picture and finding.state == states.REPAIRED and await _turned_down(book, finding):
        return await _again(request, book, finding, picture)
    if picture is None or repair.closed_at is not None or repair.facts.get("photo"):
        raise Refusal(wording.LATE)
    role = repair.holder.role or "grid_worker"
    people = await hands(book, role, repair.grid, repair.concerns)
    told = cards(people, repair_wording.photo_card(finding), picture.id)
    moved = _with(repair, Step("photo", role="resident"), {"photo": picture.id})
    answer, ask = Answer(wording.KEPT.format(code=code)), asked(finding, item, picture)
    return Decision(answer, (moved, picture, *told), (repair.watch,), ask)


async def another(book: Book, finding: Matter) -> Ask | None:
    """Asks for another photo where the last was turned down and showing it is still agreed to."""
    if finding.state != states.REPAIRED or not await _turned_down(book, finding):
        return None
    facts = {ABOUT: finding.code}
    return Ask("photo", wording.ANOTHER, "photo", minutes=PHOTO_MINUTES, on_no=wording.NO_PHOTO, facts=facts)


async def _turned_down(book: Book, finding: Matter) -> bool:
    if await book.answer(ConsentOf(finding.subject, "photos")) != "yes":
        return False
    pairs = await book.answer(MattersOf(finding.subject, photos.SORT))
    states_of = [one.state for one in pairs if one.facts["about"] == finding.code]
    return bool(states_of) and states_of[-1] == photos.UNFIT


async def _again(request: Request, book: Book, finding: Matter, picture: KeepAttachment) -> Decision:
    """The new photo goes the way of the first: somebody looks at the two before anybody sees them."""
    shown = await to_look_at(request, book, finding, picture.id)
    return Decision(Answer(wording.LOOKED_AT_AGAIN.format(code=finding.code)), (picture, *shown), (finding.watch,))


async def _repair_of(book: Book, finding: Matter) -> Matter | None:
    """The last repair of a finding."""
    repairs = await book.answer(MattersOf(finding.subject, repairing.SORT))
    codes = [one.code for one in repairs if one.facts["about"] == finding.code]
    return await book.answer(MatterAt(codes[-1])) if codes else None


async def _agreed(request: Request, book: Book, case: tuple[Matter, Matter]) -> Decision:
    finding, repair = case
    if not request.answers[SHOW]:
        return Decision(Answer(wording.NOT_SHOWN))
    effects: list[object] = [SetConsent(finding.subject, "photos", "yes")]
    if repair.closed_at is None:
        effects.append(_with(repair, Step("agreed", role="resident"), {SHOW: True}))
    elif repair.state == "confirmed":
        effects += await to_look_at(request, book, finding, str(repair.facts["photo"]))
    return Decision(Answer(wording.SHOWN), tuple(effects), (repair.watch,))


async def looked_at(request: Request, book: Book, finding: Matter, repair: Matter) -> tuple[object, ...]:
    """What a confirmed repair sets going: somebody looks at the photos, where they may be shown."""
    if not repair.facts.get(SHOW) or await book.answer(ConsentOf(finding.subject, "photos")) != "yes":
        return ()
    return await to_look_at(request, book, finding, str(repair.facts["photo"]))


async def to_look_at(request: Request, book: Book, finding: Matter, after: str) -> tuple[object, ...]:
    """Both photos to whoever is not concerned, to see that they tell of nobody."""
    people = await hands(book, "grid_worker", finding.grid, finding.concerns)
    holder = Holder("grid_worker") if people else Holder("secretary")
    people = people or await hands(book, "secretary", finding.grid, finding.concerns)
    before, act = str(finding.facts["photo"]), str(finding.facts["title"])
    sheet = PairsSheet("", wording.title(finding.code), (PhotoPair(act, before, after),))
    picture = attachment_of(sheet, f"{finding.code}-places.png")
    opened = OpenMatter(
        code=NewCode("K"),
        sort=photos.SORT,
        state=photos.ASKED,
        line=wording.line(finding.code, act),
        step=Step("filed"),
        subject=finding.subject,
        grid=finding.grid,
        holder=holder,
        concerns=finding.concerns,
        due_at=milliseconds(request.now + _LOOKED_AT_WITHIN),
        facts={"about": finding.code, "before": before, "after": after},
    )
    until = milliseconds(request.now + _PREVIEW_STANDS)
    kept = KeepAttachment(picture.id, picture.name, picture.body, picture.form, until)
    return (opened, kept, *cards(people, wording.card(finding.code, act), picture.id))


def _with(matter: Matter, step: Step, facts: dict[str, object]) -> MoveMatter:
    """The matter where it is, knowing more."""
    return MoveMatter(matter, matter.state, step, holder=matter.holder, due_at=matter.due_at, facts=facts)
