"""The command 走访: purpose, consent read aloud, then facts from a fixed list; nothing without consent."""

from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.facts import Fact, FactsOf, KeepFacts, asked_of
from domain.matters.matter import OpenMatter, Step, concerns_of
from domain.members import Duty, FindSubjects, Subject
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.register.address import find_address, normalise_address
from domain.request import Request
from domain.rounds import VISIT
from handlers.awarding import may_award
from handlers.staff import rounds_wording as wording


async def visit(request: Request, book: Book) -> Decision:
    """Ask step by step; a visit without consent leaves no trace."""
    said = str(request.slot("address") or request.answers.get("address") or "")
    if not said:
        return Decision(ask=Ask("address", wording.WHERE, "text"))
    subject = await _visited(book, said)
    duty = may_award(request.sender, subject, ("grid_worker", "secretary"))
    purpose = request.answers.get("purpose")
    if purpose is None:
        known = await book.answer(FactsOf(subject.id))
        return Decision(ask=Ask("purpose", wording.purpose(known), "choice", wording.PURPOSES))
    fields = asked_of(subject.kind)
    if request.answers.get("consent") is not True:
        return Decision(ask=Ask("consent", wording.consent(str(purpose), fields), on_no=wording.NO_CONSENT))
    for field in fields:
        if field.key not in request.answers:
            return Decision(ask=Ask(field.key, wording.ask(field), "choice", (*field.values, wording.SKIP)))
    return _written(request, subject, duty, str(purpose))


async def _visited(book: Book, said: str) -> Subject:
    found = await book.answer(FindSubjects(address=normalise_address(said))) or await _loosely(book, said)
    if not found:
        raise Refusal(wording.unknown(said))
    return next((one for one in found if not one.minor), found[0])


async def _loosely(book: Book, said: str) -> tuple[Subject, ...]:
    """A home by the door that the words name, a shop or unit by its name; people are not visited by name alone."""
    if place := find_address(said):
        return await book.answer(FindSubjects(address=str(place.address)))
    return tuple(one for one in await book.answer(FindSubjects(name=said)) if one.kind != "resident")


def _written(request: Request, subject: Subject, duty: Duty, purpose: str) -> Decision:
    fields = asked_of(subject.kind)
    known = {one: str(request.answers[one.key]) for one in fields if request.answers[one.key] != wording.SKIP}
    kept = OpenMatter(
        code=NewCode("K"),
        sort=VISIT,
        state="visited",
        line=purpose,
        step=Step("visited", duty.person, duty.role),
        subject=subject.id,
        grid=subject.grid,
        concerns=concerns_of(subject),
        facts={
            "address": subject.address,
            "purpose": purpose,
            "consent": True,
        },
        closed=True,
    )
    words = wording.visited(subject, purpose, {one.title: value for one, value in known.items()})
    day = civil(request.now).isoformat()
    facts = tuple(Fact(one.key, value, "visit", day) for one, value in known.items())
    return Decision(Answer(words), (kept, KeepFacts(subject.id, facts)))


command = Command(
    intent="visit",
    title="走访",
    words=Words(
        names=("走访",),
        phrases=(
            r"(登记|记录|我|今天|去|已)*走访(了|登记|记录|<一下>)*[\s:：,，]*{address:text}",
            "走访(登记|记录)?",
        ),
    ),
    who=frozenset({"grid_worker", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    handle=visit,
    examples={"走访 3栋201": {"address": "3栋201"}},
)
