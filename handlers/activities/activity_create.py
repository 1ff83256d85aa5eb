"""The command 发布活动: in one line or step by step, a preview, then the card in the group."""

from domain.command import Command, Where, Words
from domain.decision import Decision
from domain.query import Book
from domain.request import Request
from handlers.activities.announcing import announce


async def activity_create(request: Request, book: Book) -> Decision:
    """Announce an activity."""
    return await announce(request, book, "activity")


command = Command(
    intent="activity_create",
    title="发布活动",
    words=Words(
        names=("发布活动",),
        phrases=(
            "(我|要|来|想|帮我|请)*(发布|发起|新建|创建|组织|建|发|新增|办)(<一下>|一个|个|一场|新|一次)*(志愿|公益|社区)?(服务)?活动~{line:event}",
            "(发布|发起|新建|创建)(<一下>|一个|个|一场)*(志愿|公益)?活动",
        ),
    ),
    who=frozenset({"grid_worker", "property", "partner", "secretary", "resident"}),
    where=Where.HERE,
    writes=True,
    asks_anyway=True,
    handle=activity_create,
    examples={
        "发布活动 周六清扫楼道 时间 11月28日9点 地点 3栋门口 名额 20": {
            "title": "周六清扫楼道",
            "when": "11月28日9点",
            "place": "3栋门口",
            "capacity": 20,
        }
    },
)
