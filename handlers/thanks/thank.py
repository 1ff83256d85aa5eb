"""The command 致谢: a neighbour's thanks, in the group only where the thanked agreed to be named."""

from datetime import datetime

from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.consents import ConsentOf
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.matters.matter import MattersOf, OpenMatter, Step
from domain.members import Subject
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from handlers.subjects import Choice, subjects_named
from handlers.subjects_wording import WHICH_SUBJECT
from handlers.thanks import wording

A_DAY = 3


async def thank(request: Request, book: Book) -> Decision:
    """Tell the thanked; thanks bring no points."""
    giver = request.subject
    if not request.slot("person"):
        raise Refusal(wording.WHOM)
    receiver = await _receiver(request, book)
    if isinstance(receiver, Choice):
        return Decision(ask=Ask("subject", WHICH_SUBJECT, "choice", receiver.names))
    if receiver.id == giver.id:
        raise Refusal(wording.ONESELF)
    today = datetime.combine(civil(request.now), datetime.min.time(), request.now.tzinfo)
    if len(await book.answer(MattersOf(giver.id, "thanks", int(today.timestamp() * 1000)))) >= A_DAY:
        raise Refusal(wording.ENOUGH_TODAY)
    return await _thanked(request, book, giver, receiver)


async def _receiver(request: Request, book: Book) -> Subject | Choice:
    """Who is thanked; a group never reads who lives where, nor whether somebody stands in the register."""
    said = str(request.slot("person"))
    if request.message.scene == "private":
        return await subjects_named(request, book, said)
    try:
        found = await subjects_named(request, book, said)
    except Refusal as unknown:
        raise Refusal(wording.NOT_CLEAR) from unknown
    if isinstance(found, Choice):
        raise Refusal(wording.NOT_CLEAR)
    return found


async def _thanked(request: Request, book: Book, giver: Subject, receiver: Subject) -> Decision:
    reason = str(request.slot("reason") or "")
    kept = OpenMatter(
        code=NewCode("W"),
        sort="thanks",
        state="said",
        line=reason,
        step=Step("said", role="resident"),
        subject=giver.id,
        grid=giver.grid,
        facts={"to": receiver.id},
        closed=True,
    )
    told = Say(Target("subject", str(receiver.id)), wording.told(giver.name, reason), urgency=Urgency.NOTICE)
    level = await book.answer(ConsentOf(receiver.id, "publicity"))
    in_group = request.message.scene == "group"
    public = wording.public(receiver, level, reason) if in_group and level else wording.passed_on(in_group=in_group)
    return Decision(Answer(public), (kept, told))


command = Command(
    intent="thank",
    title="致谢",
    words=Words(
        names=("致谢",),
        phrases=(
            r"(我)?(致谢|感谢)[\s:：]+{line:thanks}",
            "(我)?(要|想)?致谢{line:thanks}",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    longest=100,
    handle=thank,
    examples={"致谢 王姐 帮我搬东西": {"person": "王姐", "reason": "帮我搬东西"}},
)
