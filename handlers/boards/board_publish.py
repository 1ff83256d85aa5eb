"""The command 发布红黑榜: the secretary publishes by hand."""

from domain.boards.telling import publication
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.matters.matter import Step
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.boards import wording
from handlers.boards.keeping import kept_board, quarter_meant, today_of
from handlers.holding import must_not_be_held


async def publish(request: Request, book: Book) -> Decision:
    """Publish where two voted and the time to object is over; from the tenth on the counts go out without that."""
    quarter = quarter_meant(request)
    kept = await kept_board(book, quarter)
    if kept is None:
        raise Refusal(wording.no_draft(quarter))
    if kept.matter.closed_at is not None:
        raise Refusal(wording.closed(quarter.code))
    if kept.edition == "full":
        raise Refusal(wording.out(quarter.code))
    named = kept.may_name(request.rules, request.at)
    board = request.rules.ratings.quarterly_board
    too_early = request.now < quarter.moment(board.publish_day, board.publish_time)
    if not named and (kept.edition or too_early):
        raise Refusal(wording.not_yet(quarter.code, kept.objections_end(request.rules), approved=kept.approved))
    await must_not_be_held(book)
    duty = request.sender.duty("", "secretary")
    step = Step("published", duty.person if duty else 0, "secretary")
    effects = publication(kept, await today_of(request, book, quarter), step)
    return Decision(Answer(wording.published(quarter.code, named=named)), effects, (kept.matter.watch,))


command = Command(
    intent="board_publish",
    title="发布红黑榜",
    words=Words(
        names=(
            "发布红黑榜",
            "公布红黑榜",
        ),
        phrases=(
            "(正式)?(发布|公布|公示|发出)(<一下>|出)*<期>?<的>?~({ref:board})?~(这期|新|本期)?<的>?(红黑榜|榜单)(名单|了|出去|<的>)*~({ref:board})?",
            "(把|将|给|给我)?<期>?<的>?~({ref:board})?<的>?~(红黑榜|榜单)~({ref:board})?(给我|给|可以|能|要|正式|现在|就|帮我|先|马上)*(发布|公布|公示|发出|发)(<一下>|<成>|了|出去|到群里|给大家)*~({ref:board})?",
            "(把|将)?{ref:board}(给|可以|正式|的|红黑榜)*(发布|公布)(<成>|了|出去)*",
        ),
    ),
    who=frozenset({"secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    handle=publish,
    examples={"发布红黑榜": {}, "发布红黑榜 B2026Q3": {"ref": "B2026Q3"}, "把红黑榜发布出去": {}},
)
