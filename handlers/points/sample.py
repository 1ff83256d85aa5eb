"""The command 抽查: random rows of last week for a supervisor, names masked, each open to 异议."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.period import civil
from domain.query import Book
from domain.request import Request
from domain.sampling import RowShown, SampleFor
from domain.sampling_wording import NOTHING, card

_SEEDS = 2**62


async def sample(request: Request, book: Book) -> Decision:
    """Draw, show, and note what was shown."""
    duty = next(one for one in request.sender.duties if one.role in {"supervisor", "secretary"})
    seed = str(request.outside.below(_SEEDS))
    rows = await book.answer(SampleFor(request.sender, duty, civil(request.now), seed))
    if not rows:
        return Decision(Answer(NOTHING))
    shown = tuple(RowShown(row.entry.code, duty.person) for row in rows)
    return Decision(Answer("", card(rows, request.rules)), shown)


command = Command(
    intent="sample",
    title="抽查",
    words=Words(
        names=("抽查",),
        phrases=(
            "(随机)?抽查(<一下>|台账|记录|几条|账本)*",
            "来?(一次)?抽查",
        ),
    ),
    who=frozenset({"supervisor", "secretary"}),
    where=Where.PRIVATELY,
    handle=sample,
    examples={"抽查": {}},
)
