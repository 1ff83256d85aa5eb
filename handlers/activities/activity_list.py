"""The command 活动: what is coming, by front and station."""

from domain.activities.activity import ActivitiesBetween, PlacesOf
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from handlers.activities import wording

LONGEST = 15


async def activity_list(request: Request, book: Book) -> Decision:
    """Show what is coming; privately also where the sender has a place."""
    found = await book.answer(ActivitiesBetween(request.at))
    coming = [one for one in found if one.state == "open" and one.plan.starts_at > request.at][:LONGEST]
    places: dict[int, str] = {}
    if request.message.scene == "private" and request.sender.subject:
        places = {
            one.number: state for one, state in await book.answer(PlacesOf(request.sender.subject.id, request.at))
        }
    return Decision(Answer(wording.listed(coming, request.rules, places) if coming else wording.NOTHING_COMING))


command = Command(
    intent="activity_list",
    title="活动",
    words=Words(
        plain=(
            "活动",
            "最近有什么活动",
            "志愿服务",
            "有什么活动",
        ),
        names=(
            "活动",
            "志愿服务",
            "最近活动",
        ),
        hints=("(活动|志愿服务)&(<哪些>|有没有?|<看>|最近|近期|这周|周末|安排)&!(取消|几点|哪里集合|照片|通知)",),
        phrases=(
            "(<看>|<一下>|发|个|给我|社区|小区|最近|近期|所有)*<的>?(社区|小区|最近|近期|本周|周末)?<的>?(活动|志愿活动|志愿服务|义工活动|公益活动|志愿者活动)(<看>|<一下>|清单|列表|安排|预告|发|给我|信息|通知|表|计划|日程|目录)*",
            "…(最近|这久|这几天|近期|这段时间|这个?周末?|周末|本周|下周|这个?星期|下个?星期|今天|明天|后天|这个?月|下个?月|本月|社区|小区|现在|我们|咱们|网格|还|都|近来|最近几天|国庆|春节|过年|晚上|这两天|月底|星期天|星期六).{0,6}(<有没有>|<哪些>|没得|给有).{0,6}(活动|志愿活动|志愿服务|义工活动|公益活动|志愿者活动)…",
            "(<有没有>|有)?(<哪些>|<有没有>|没得)(可以|能|我们|我|好玩|适合|新|要|社区|小区|娃娃|老人)*(参加|报名|报|去|克|玩|参与)?<的>?(活动|志愿活动|志愿服务|义工活动|公益活动|志愿者活动)…",
            "…(活动|志愿活动|志愿服务|义工活动|公益活动|志愿者活动).{0,4}(可以|能|给我)?(参加|报|报名)?(<有没有>|<哪些>|没得|安排|报名)…",
            r"…(看|瞧|查|问|晓得|了解|发)(看|瞧|<一下>)*…(活动|志愿活动|志愿服务|义工活动|公益活动|志愿者活动)(…[^\w]…)?",
            "…(参加|做|当|报名|干|去|参与).{0,3}(志愿|公益|义工)(服务|活动)?(<怎么>|在哪|哪里|要|的话)?…",
            "(<有没有>|有)(<哪些>|没得)?(可以|能)(参加|报名)<的>…",
            "(活动|志愿活动|志愿服务|义工活动|公益活动|志愿者活动)(<有没有>|<哪些>|都|最近|这周|周末|近期|有|安排)+…",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    handle=activity_list,
    examples={"活动": {}, "最近有什么活动": {}, "志愿服务": {}, "周末有啥活动可以参加": {}},
)
