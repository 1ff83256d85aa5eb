"""The command 红黑榜: the published text, or when there will be one."""

from domain.boards.states import Kept
from domain.boards.wording import text
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.enrolment import GridsOf
from domain.period import civil
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from handlers.boards import wording
from handlers.boards.keeping import kept_board, newest, quarter_meant


async def show(request: Request, book: Book) -> Decision:
    """Show the newest board, or the one of the quarter that was said; closed ones are not shown again."""
    said = request.slot("ref") or request.slot("period") in {"last_quarter", "this_quarter"}
    kept = await kept_board(book, quarter_meant(request)) if said else await newest(book, request)
    quarter = kept.quarter if kept else quarter_meant(request)
    if kept is None or not kept.edition:
        return Decision(Answer(wording.not_public(quarter, request.rules.ratings.quarterly_board, civil(request.now))))
    if kept.matter.closed_at is not None:
        return Decision(Answer(wording.taken_down(quarter, early=request.now < kept.taken_down_at(request.rules))))
    return Decision(Answer(await _text(request, book, kept)))


async def _text(request: Request, book: Book, kept: Kept) -> str:
    grids = {one.code: one.name for one in await book.answer(GridsOf())}
    board = kept.shown or kept.draft
    return text(board, request.rules, kept.taken_down_at(request.rules), grids, str(request.slot("color") or ""))


command = Command(
    intent="board_query",
    title="红黑榜",
    words=Words(
        plain=(
            "红黑榜",
            "{color}",
            "{period}{color}",
            "{period}红黑榜",
            "红黑榜{period}",
            "{color}{period}",
            "查红黑榜",
        ),
        names=(
            "红黑榜",
            "红榜",
            "黑榜",
        ),
        hints=("(红黑榜|{color})&(<看>|谁|<哪些>|公布|出来|有没有|名单|贴)&!(<怎么>|消|下来|撤|生成|发布)",),
        phrases=(
            "(<看>|<一下>)*(红黑榜|{color})~{ref:board}",
            "(<看>|<一下>|个)*({period})?<的>?(社区|最新|本期|上期|小区|我们)*<的>?(红黑榜|榜单|{color}|红黑名单|光荣榜)(名单|<看>|<一下>|情况|公布|发|给我|结果|啊)*",
            "(<看>)?(<一下>)?(红黑榜|{color}){period}(<的>|<看>)*",
            "…{period}.{0,4}(红黑榜|{color}|榜单)…",
            "(这期|本期|这次|上期|最新|今天|社区|小区|现在|最近)*<的>?(红黑榜|{color}|榜单)(上|里|头|现在|都|名单|<的>|还)*(有|是|写|出|公布|发|贴|评)(了|来|得|些|着)*(<哪些>|谁|没|没有|没得|哪家|啥|人|几家|几户|户|家|多少|好多|上|来|了|吗|不|的|个|出)*…",
            "(谁|哪些人|哪家|哪些|哪个|<哪些>人?|哪几家)(家|店|户|人|商户)?(在|上|进|登|被)(了|上)*(红黑榜|{color})…",
            "<我>.{0,6}(上|在|进)(了|没|得)*(没有|没)?(上|在|进)?(红黑榜|{color})…",
            "…(看|查|瞧|问|晓得|发)(看|瞧|一眼|<一下>)*({period})?.{0,4}(红黑榜|{color}|榜单)…",
            "(红黑榜|{color})(在)?(哪里|哪点|哪儿|怎么|咋个|给)(看|查|瞧|有)…",
            "(红黑榜|{color}|榜单)…(看看|瞧瞧|瞧|看|发|没得|没有|吗|出来|出了|更新|公布|查).{0,6}",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    handle=show,
    examples={
        "红黑榜": {},
        "红榜": {"color": "red"},
        "上季度黑榜": {"color": "black", "period": "last_quarter"},
        "红黑榜 B2026Q3": {"ref": "B2026Q3"},
        "谁上了黑榜": {"color": "black"},
    },
)
