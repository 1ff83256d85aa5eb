"""The command 生成红黑榜: the secretary's draft, a grid worker's preview."""

from domain.boards import states
from domain.boards.board import Board
from domain.boards.states import Kept
from domain.boards.telling import Today, cards, drafted, outgrown, red_questions
from domain.boards.wording import card_of, draft_card
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.matters.standing_by import concerned
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.boards import wording
from handlers.boards.keeping import kept_board, quarter_meant, today_of, voters
from handlers.bringing import red_asked


async def prepare(request: Request, book: Book) -> Decision:
    """Draw the draft by the rules; the secretary's is kept and voted on."""
    quarter = quarter_meant(request)
    if quarter.days.until > civil(request.now):
        raise Refusal(wording.not_ended(quarter, request.rules.ratings.quarterly_board))
    kept = await kept_board(book, quarter)
    if kept is not None and kept.matter.closed_at is not None:
        raise Refusal(wording.closed(quarter.code))
    today = await today_of(request, book, quarter)
    if request.sender.duty("", "secretary") is None:
        return _preview(request, kept, today)
    if kept is None:
        return await _first(request, book, today)
    return await _again(request, book, kept, today)


def _preview(request: Request, kept: Kept | None, today: Today) -> Decision:
    board = kept.draft if kept else drafted(today)
    if any(concerned(request.sender, duty, board.concerns) for duty in request.sender.duties):
        raise Refusal(wording.CONCERNED)
    card = card_of(kept, today.grids) if kept else draft_card(0, board, (), today.grids)
    return Decision(Answer("" if kept else wording.preview(request.now), card))


async def _first(request: Request, book: Book, today: Today) -> Decision:
    board = drafted(today)
    opened, watch = states.opened(board)
    told = cards(await voters(book), 1, board, today.grids)
    answer = Answer(wording.drafted(board.quarter.code, 1))
    asked = (*red_questions(board), *await red_asked(request, book, board))
    return Decision(answer, (opened, *told, *asked), (watch,))


async def _again(request: Request, book: Book, kept: Kept, today: Today) -> Decision:
    """A new draft where somebody said no or the ledger holds more; else the one that is there."""
    fresh: Board | None = None
    if kept.edition != "full":
        fresh = drafted(today, frozenset(kept.dropped)) if kept.rejected else outgrown(kept, today)
    if fresh is None:
        return Decision(Answer("", card_of(kept, today.grids)))
    duty = request.sender.duty("", "secretary")
    moved = states.redrafted(kept, fresh, duty.person if duty else 0, "secretary")
    told = cards(await voters(book), kept.revision + 1, fresh, today.grids)
    return Decision(Answer(wording.drafted(kept.matter.code, kept.revision + 1)), (moved, *told), (kept.matter.watch,))


command = Command(
    intent="board_prepare",
    title="生成红黑榜",
    words=Words(
        names=("生成红黑榜",),
        phrases=(
            "(生成|做|制作|拟|起草|编制|出|准备|整|弄)(<一下>|一份|一个|出|好)*<期>?<的>?~({ref:board})?~(这期|新|本期|一期)?<的>?(红黑榜|榜单)(草稿|预览|初稿|名单|草案)*~({ref:board})?",
            "(把|将|给我|给)?<期>?<的>?~({ref:board})?<的>?~(红黑榜|榜单)(的)?(草稿|初稿|名单)?(给我|给|先|帮我|可以)*(生成|做|制作|拟|整|弄|准备|出(?!来))(<一下>|<成>|个|来|草稿|一份)*~({ref:board})?",
        ),
    ),
    who=frozenset({"grid_worker", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    handle=prepare,
    examples={"生成红黑榜": {}, "生成红黑榜 B2026Q3": {"ref": "B2026Q3"}},
)
