"""The command 提问: the lists, pledges and the convention answer; what they do not know goes to the grid worker."""

from datetime import timedelta

from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.matters.matter import Holder, OpenMatter, OpenMatters, Step
from domain.query import Book
from domain.refusal import Refusal
from domain.register.address import find_address
from domain.request import Request
from domain.roles import ANYONE
from domain.rules.kinds import SubjectKind
from handlers.cards import cards, hands
from handlers.questions import wording
from handlers.questions.answering import source_for

SORT = "question"
_WITHIN = timedelta(days=2)
_OPEN_AT_ONCE = 3
_LONGEST = 100


async def ask(request: Request, book: Book) -> Decision:
    """Answer with the source, or hand the question on; what sounds like a tip-off is kept nowhere."""
    question = str(request.slot("question") or request.answers.get("question") or "").strip()
    if not any(sign.isalnum() for sign in question):
        return Decision(ask=Ask("question", wording.WHAT, "text"))
    if any(word in question for word in wording.TIP_WORDS):
        return _perhaps_a_tip(request)
    for_a_person = question.removeprefix(wording.FOR_A_PERSON).strip(" ，,:：")
    if for_a_person == question:
        kind: SubjectKind = request.sender.subject.kind if request.sender.subject else "resident"
        source = source_for(question, kind, request.rules)
        if source is not None:
            return Decision(Answer(wording.answered(source)))
    if find_address(question) or any(word in question for word in wording.PERSON_WORDS):
        return _perhaps_a_tip(request)
    return await _handed_on(request, book, for_a_person or question)


def _perhaps_a_tip(request: Request) -> Decision:
    # In a group nothing may tell a tip-off from any other private matter.
    return Decision(Answer(wording.IN_GROUP if request.message.scene == "group" else wording.TIP))


async def _handed_on(request: Request, book: Book, question: str) -> Decision:
    if request.grid is None:
        raise Refusal(wording.NO_WORKER)
    if len(question) > _LONGEST:
        raise Refusal(wording.TOO_LONG)
    account = request.sender.account
    facts = {"channel": account.channel, "account": account.id}
    waiting = await book.answer(OpenMatters(grid=request.grid.code, sort=SORT))
    if sum(facts.items() <= dict(one.facts).items() for one in waiting) >= _OPEN_AT_ONCE:
        raise Refusal(wording.TOO_MANY)
    code = NewCode("Q")
    opened = OpenMatter(
        code=code,
        sort=SORT,
        state="asked",
        line=question,
        step=Step("asked", role="resident"),
        subject=request.sender.subject.id if request.sender.subject else 0,
        grid=request.grid.code,
        holder=Holder("grid_worker"),
        due_at=int((request.now + _WITHIN).timestamp() * 1000),
        facts=facts,
    )
    people = await hands(book, "grid_worker", request.grid.code, ())
    told = cards(people, wording.card(code, question))
    return Decision(Answer(wording.handed_on()), (opened, *told))


command = Command(
    intent="ask",
    title="提问",
    words=Words(
        names=("提问",),
        phrases=(
            r"(问|提问|请问|问问|问一?下|咨询)[\s:：,，]+{question:text}",
            "(提问|咨询){question:text}",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    writes=True,
    handle=ask,
    examples={"问 电动车能进电梯吗": {"question": "电动车能进电梯吗"}},
)
