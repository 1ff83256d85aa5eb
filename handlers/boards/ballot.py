"""The command 评榜: a vote by quote or code."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.balloting import ballot_on_card, verdict_of
from handlers.balloting_wording import NO_BOARD
from handlers.boards import wording
from handlers.boards.voting import board_meant, several_wait, vote


async def ballot(request: Request, book: Book) -> Decision:
    """Take the vote for the card that was quoted, or for a board."""
    if await several_wait(request, book):
        raise Refusal(wording.TWO_WAIT)
    if decided := await ballot_on_card(request, book):
        return decided
    matter = await board_meant(request, book)
    return await vote(request, book, matter, verdict_of(request)) if matter else Decision(Answer(NO_BOARD))


command = Command(
    intent="ballot",
    title="评榜",
    words=Words(
        names=("评榜",),
        phrases=(
            "(评榜|评议|表决)(投票|表决|<一下>)?~({ref:board})?~(我)?(投|是|表示|的意见是)?{choice}(票)?{note:remark}?",
            "(我)?(对)?(这个|这份)?{ref:board}(榜|名单|红黑榜)?~(我)?(投|表示|是)?{choice}(票)?{note:remark}?",
            "(我)?(对)?(这个|这份|本期|这期)?(红黑榜|榜单|名单)(我)?(投|表示)?{choice}",
            "(我)?(投|表示|完全)?{choice}(票)?{note:remark}?",
            r"(?:同意(?=[\s,，!！]*同意)|支持(?=[\s,，!！]*支持)|反对(?=[\s,，!！]*反对))[\s,，!！]*{choice}[^\w]*",
            "(我)?(投|表示|完全)?{choice}(票)?{ref:board}{note:remark}?",
        ),
        quoted="board",
    ),
    who=frozenset({"grid_worker", "supervisor", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    handle=ballot,
    examples={
        "评榜 B2026Q3 同意": {"ref": "B2026Q3", "choice": "approve"},
        "评榜 B2026Q3 反对 名单有误": {"ref": "B2026Q3", "choice": "reject", "note": "名单有误"},
    },
)
