"""The command 发布讲座: as 发布活动, with a lecturer; a broadcast needs no place."""

from domain.command import Command, Where, Words
from domain.decision import Decision
from domain.query import Book
from domain.request import Request
from handlers.activities.announcing import announce
from handlers.activities.drafting import is_live


async def lecture_announce(request: Request, book: Book) -> Decision:
    """Announce a lecture or a broadcast."""
    return await announce(request, book, "live" if is_live(request) else "lecture")


command = Command(
    intent="lecture_announce",
    title="发布讲座",
    words=Words(
        names=(
            "发布讲座",
            "发布直播",
        ),
        phrases=(
            "(我|要|来|想|帮我|请)*(发布|发起|新建|创建|预告|发)(<一下>|一个|个|一场|新|一期|一堂|一次)*(线上)?(讲座|直播|课程|公开课|宣讲)(预告|通知|课)?~{line:event}",
            "(发布|发起|预告)(<一下>|一个|个|一场)*(讲座|直播)",
        ),
    ),
    who=frozenset({"grid_worker", "property", "partner", "secretary"}),
    where=Where.HERE,
    writes=True,
    asks_anyway=True,
    handle=lecture_announce,
    examples={
        "发布讲座 信用知识 时间 周五15点 地点 活动室": {"title": "信用知识", "when": "周五15点", "place": "活动室"},
        "发布直播 反诈小课堂": {"title": "反诈小课堂"},
    },
)
