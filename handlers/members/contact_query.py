"""The command 我的联系人: how people ask for it."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.enrolment import GridsOf
from domain.members import OnDuty
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from handlers.members import wording


async def show_contacts(request: Request, book: Book) -> Decision:
    """Surname and title of whoever serves the subject's grid."""
    found = await book.answer(OnDuty("grid_worker", request.subject.grid))
    if not found:
        raise Refusal(wording.NOBODY)
    names = {grid.code: grid.name for grid in await book.answer(GridsOf())}
    grid = names.get(request.subject.grid, request.subject.grid)
    return Decision(Answer(wording.contacts(grid, [one.name[:1] for one in found])))


command = Command(
    intent="contact_query",
    title="我的联系人",
    words=Words(
        names=("我的联系人",),
        phrases=(
            "(<看>)?(我|我家|我们)?<的>?(网格|紧急)?联系人(是谁|是哪个|<看>|有哪些)*",
            "(<我>)?<的>?(这里|小区|楼栋?)?<的>?网格员(是谁|是哪个|<的>?电话|叫什么|是哪位|<的>?联系方式|<的>?微信|在哪)…",
            "(打个?电话给|打电话找|打给|联系|联系<一下>|找<一下>|找|<怎么>联系|<怎么>找|呼叫)(<我>|<的>|我们)*网格员(<的>?电话|<一下>)*",
            "给<我>?<的>?网格员打(个)?电话",
            "(谁|哪个)是<我><的>?(网格员|联系人)",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    handle=show_contacts,
    examples={"我的联系人": {}, "我的网格员是谁": {}},
)
