"""The command 谁看过: how many people in which role have read a tip."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from domain.tips.queries import TipViewers
from handlers.tips import wording
from handlers.tips.holding import asked_for, held, said_receipt


async def tip_viewers(request: Request, book: Book) -> Decision:
    """Counts by role, never a name."""
    if not said_receipt(request):
        return asked_for("谁看过")
    case = await held(request, book)
    return Decision(Answer(wording.viewers(await book.answer(TipViewers(case.code)))))


command = Command(
    intent="tip_viewers",
    title="谁看过",
    words=Words(
        names=("谁看过",),
        phrases=(
            "(谁|哪个|哪些人|有谁|哪些)(看过|查过|看了|查看过|瞧过)(我|的|举报|那个|这个|回执|材料|单子)*~({receipt})?",
            "(谁|哪个|哪些人|有谁)(会|能|可以|都)*(看|看到|看得到|看得见|知道|晓得|看见)(得)?(了)?<我><的>(举报|投诉)…",
            "…{receipt}.{0,8}(谁|哪个|哪些人|有谁)(看过|查过|看了|瞧过)…",
        ),
    ),
    who=ANYONE,
    where=Where.PRIVATE_ONLY,
    confidential=True,
    handle=tip_viewers,
    examples={"谁看过 3847 1029 5561 0923": {"receipt": "3847102955610923"}},
)
