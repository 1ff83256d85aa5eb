"""The command 申报: somebody says what they did, with a photo if there is one, and waits for a reply."""

from datetime import timedelta

from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision, Say
from domain.matters.matter import Holder, MattersOf, MoveMatter, OpenMatter, Step, concerns_of
from domain.members import Duty, Subject
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND, Role
from domain.rules.catalogue import Item
from handlers.awarding import left_of
from handlers.awarding_wording import capped
from handlers.cards import cards, hands
from handlers.deeds import wording
from handlers.finishing import finish, finished_code
from handlers.photos import photo_of

ANSWER_WITHIN = timedelta(hours=48)
PHOTO_MINUTES = 10
_CONFIRMED_BY: dict[str, Role] = {"property": "property", "partner": "partner", "committee": "supervisor"}


async def declare(request: Request, book: Book) -> Decision:
    """Open the deed and hand it to whoever confirms such items; a photo that follows is added to it."""
    if code := finished_code(request):
        return await finish(request, book, code)
    subject = request.subject
    if "photo" in request.answers:
        return await _add_photo(request, book, subject)
    if not (request.slot("item") or request.answers.get("item")):
        return Decision(ask=Ask("item", wording.WHAT, "text"))
    item = _item(request, subject)
    left = await left_of(book, item, subject.id, civil(request.now))
    if left < item.points:
        raise Refusal(capped(item, left))
    return await _opened(request, book, subject, item)


def _item(request: Request, subject: Subject) -> Item:
    said = str(request.answers.get("item") or request.slot("item"))
    found = request.rules.find_items(subject.kind, said)
    if found.exact is None:
        raise Refusal(wording.unknown(said, [one.title for one in found.near if one.self_claim]))
    if not found.exact.self_claim:
        raise Refusal(wording.not_declared(found.exact))
    return found.exact


async def _opened(request: Request, book: Book, subject: Subject, item: Item) -> Decision:
    code, concerns = NewCode("D"), concerns_of(subject)
    role, people = await _confirmers(book, subject, item, concerns)
    note = str(request.slot("note") or "")
    picture = photo_of(request)
    line = wording.line(subject.name, item.title, note)
    due = request.now + ANSWER_WITHIN
    opened = OpenMatter(
        code=code,
        sort="deed",
        state="declared",
        line=line,
        step=Step("declared", role="resident", note=note),
        subject=subject.id,
        grid=subject.grid,
        holder=Holder(role),
        concerns=concerns,
        due_at=int(due.timestamp() * 1000),
        facts={"item": item.code, "on": civil(request.now).isoformat(), "photo": picture.id if picture else ""},
    )
    effects: list[object] = [opened, *cards(people, wording.card(code, line, due), picture.id if picture else "")]
    if picture:
        return Decision(Answer(wording.taken(code, item)), (*effects, picture))
    ask = Ask("photo", wording.PHOTO, "photo", minutes=PHOTO_MINUTES, on_no=wording.NO_PHOTO)
    return Decision(Answer(wording.taken(code, item)), tuple(effects), ask=ask)


async def _confirmers(
    book: Book, subject: Subject, item: Item, concerns: tuple[str, ...]
) -> tuple[Role, tuple[Duty, ...]]:
    """Who confirms such an item: the grid worker unless the list says otherwise, else the secretary."""
    wanted: Role = _CONFIRMED_BY.get(item.verifier, "grid_worker")
    for role in dict.fromkeys((wanted, "grid_worker", "secretary")):
        people = await hands(book, role, subject.grid, concerns)
        if people:
            return role, people
    return "secretary", ()


async def _add_photo(request: Request, book: Book, subject: Subject) -> Decision:
    since = int((request.now - timedelta(minutes=PHOTO_MINUTES)).timestamp() * 1000)
    bare = [one for one in await book.answer(MattersOf(subject.id, "deed", since)) if not one.facts["photo"]]
    deed = next((one for one in reversed(bare) if one.closed_at is None), None)
    picture = photo_of(request)
    if deed is None or picture is None or deed.holder.role is None:
        raise Refusal(wording.TOO_LATE)
    step = Step("photo", role="resident")
    facts = {"photo": picture.id}
    moved = MoveMatter(deed, deed.state, step, holder=deed.holder, due_at=deed.due_at, facts=facts)
    people = await hands(book, deed.holder.role, deed.grid, deed.concerns)
    told: tuple[Say, ...] = cards(people, wording.photo_card(deed), picture.id)
    return Decision(Answer(wording.photo_added(deed.code)), (moved, picture, *told), (deed.watch,))


command = Command(
    intent="declare",
    title="申报",
    words=Words(
        names=("申报",),
        nearly=(
            "(给|帮|为|能不能|可以|请|麻烦|你)*<我>(要|想|也)*(加|涨)(点|个|些|上)?分(数)?",
            "….(没有?|没给|不给|咋不|怎么不|为什么不|为啥不)(<我>)?(加|给)(上|我)?(积)?分…",
        ),
        phrases=(
            "(申报|自己申报|自主申报|我申报)(<一下>)?~{line:declared}",
            "(申报|自主申报)",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    takes_photo=True,
    handle=declare,
    examples={"申报 楼道清理 3栋一单元": {"item": "楼道清理", "note": "3栋一单元"}},
)
