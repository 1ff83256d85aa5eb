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
        nearly=(
            "(给我|帮我|我|要|想)*(转|找|换|叫|接)(个|到)?(人工|真人|活人|客服|工作人员)(客服|服务|<一下>)*",
            "(我|我家|我们|登记)?<的>?(想|要|需要)?(改|换|修改|更改|更正|变更)(<一下>|了|我<的>|登记<的>)*(地址|住址|电话|手机号?|手机号码|号码|名字|姓名|资料)(了|<一下>)*",
            "<我><的>?(名字|姓名|地址|住址|电话|手机号?)(写|登记|填|弄|搞)?(错|换|改|变)了",
            "<我>(已经|刚)?(搬家|搬走|搬|换房)了",
        ),
        phrases=(
            "(<看>)?(我|我家|我们)?<的>?(网格|紧急)?联系人(是谁|是哪个|<看>|有哪些)*",
            "(<我>|你们|这里|这边)?<的>?(这里|小区|楼栋?)?<的>?网格员(是谁|是哪个|<的>?电话|叫什么|是哪位|<的>?联系方式|<的>?微信|在哪)…",
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
