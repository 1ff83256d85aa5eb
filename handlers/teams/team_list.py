"""The command 志愿队: all teams by station."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from domain.teams.team import Teams
from handlers.teams import wording


async def team_list(_request: Request, book: Book) -> Decision:
    """Show the teams with their counts; nobody's name."""
    teams = await book.answer(Teams())
    return Decision(Answer(wording.listed(teams) if teams else wording.NONE))


command = Command(
    intent="team_list",
    title="志愿队",
    words=Words(
        plain=(
            "志愿队",
            "有哪些服务队",
            "有哪些志愿队",
        ),
        names=(
            "志愿队",
            "服务队",
        ),
        hints=("(志愿队|志愿者|服务队|队伍|巡逻队)&(<哪些>|几|有没有|<看>)",),
        phrases=(
            "(<看>|<一下>|发|给我|社区|小区|个|我们)*<的>?(所有|全部|社区|小区)?<的>?(志愿队|志愿者队伍|志愿服务队|服务队|志愿队伍|志愿团队|志愿者团队|志愿者队|巡逻队|志愿者组织|义工队|队伍)(<看>|<一下>|清单|列表|名单|发|给我|情况|介绍|目录)*",
            "…(<哪些>|<有没有>|几支|几个|好多支|没得)(支|个|类|种|可以|能|加入<的>?|参加<的>?|社区|<的>)*(志愿队|志愿者队伍|志愿服务队|服务队|志愿队伍|志愿团队|志愿者团队|志愿者队|巡逻队|志愿者组织|义工队|队伍)…",
            "(志愿队|志愿者队伍|志愿服务队|服务队|志愿队伍|志愿团队|志愿者团队|志愿者队|巡逻队|志愿者组织|义工队|队伍)(<的>|里|都|一共|总共|现在|社区|还)*(有|是)?(<哪些>|几支|几个|没得|没有|<有没有>|招人|缺人|要人|好多)…",
            "…(当|做|成为|加入)(志愿者|义工|志愿队|志愿服务队)…(哪些|<怎么>|什么|哪里|队|要求|条件|报名)…",
            "…(志愿队|志愿者队伍|志愿服务队|服务队|志愿队伍|志愿团队|志愿者团队|志愿者队|巡逻队|志愿者组织|义工队|队伍)…(<哪些>|看看|瞧瞧|发来|有啥).{0,6}",
            "(社区|小区|我们)+.{0,4}(<哪些>|几支|几个|<有没有>).{0,4}(志愿队|志愿者队伍|志愿服务队|服务队|志愿队伍|志愿团队|志愿者团队|志愿者队|巡逻队|志愿者组织|义工队|队伍)…",
            "(可以|能)(加入|参加)(<哪些>)(志愿|服务|<的>)*(队伍?|团队)…",
            "(<看>|<一下>|还|社区)*(有)?<哪些>队(伍)?(可以|能)?(加入|参加|进)?",
            r"(<我>)?(想|要)?(加入|参加|进)(志愿|服务|志愿服务)队[,，\s]*(有)?<哪些>…",
            "(想|要)?(当|做)(个)?(志愿者|义工)",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    handle=team_list,
    examples={"志愿队": {}, "有哪些服务队": {}, "社区有几支志愿队": {}},
)
