"""The command 签到: the organiser lists who was there; many names, and those who forgot to check out."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.query import Book
from domain.request import Request
from handlers.activities import listing_wording as wording
from handlers.activities.finding import known
from handlers.activities.listing import listed, organises


async def check_in(request: Request, book: Book) -> Decision:
    """Record the list; what could not be recorded is said, and the rest stands."""
    if not (request.slot("ref") and request.slot("subjects")):
        return Decision(Answer(wording.HOW_TO_LIST))
    activity = await known(book, str(request.slot("ref")))
    standing = await organises(request, book, activity)
    return await listed(request, book, activity, standing)


command = Command(
    intent="check_in",
    title="签到",
    words=Words(
        names=("签到",),
        phrases=(
            r"(给|帮|登记|现场)*(签到)(登记|<一下>|活动|第|编号|[:：#])*~{ref:activity}(号|期)?(活动|志愿服务|讲座)?(的)?(有|是|人员|名单)*[\s,，:：、]*{subjects:people}",
            r"(给|帮|把)?第?{ref:activity}(号|期)?(活动|志愿服务|讲座)?(的)?(签到)(登记|名单|人员|有|是|的|<一下>)*[\s,，:：、]*{subjects:people}",
        ),
    ),
    who=frozenset({"grid_worker", "property", "partner", "secretary", "resident"}),
    where=Where.HERE,
    writes=True,
    asks_anyway=True,
    handle=check_in,
    examples={"签到 12 张三 李四、王五": {"ref": "12", "subjects": ["张三", "李四", "王五"]}},
)
