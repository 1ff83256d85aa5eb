"""The command 退出志愿队: at once; what was done stays, and the captain is told."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from domain.teams.team import LeaveTeam, VolunteerOf
from handlers.teams import wording
from handlers.teams.naming import team_named, team_said


async def team_leave(request: Request, book: Book) -> Decision:
    """Leave a team."""
    subject = request.subject
    said = team_said(request)
    if not said:
        return Decision(ask=Ask("team", wording.WHICH_LEFT, "text"))
    team = await team_named(book, said)
    held = await book.answer(VolunteerOf(subject.id))
    if team.name not in held.teams:
        raise Refusal(wording.not_in(team))
    if team.captain == subject.id:
        raise Refusal(wording.captain_stays(team))
    effects: list[object] = [LeaveTeam(team.name, subject.id)]
    if team.captain:
        words = wording.told_left(team, subject.name)
        effects.append(Say(Target("subject", str(team.captain)), words, urgency=Urgency.NOTICE))
    return Decision(Answer(wording.left(team)), tuple(effects), (held.watch,))


command = Command(
    intent="team_leave",
    title="退出志愿队",
    words=Words(
        names=(
            "退出志愿队",
            "退出",
        ),
        phrases=(
            r"(我|我们|我家|申请|要|想|来|可以|让|也|不想)*(退出|离开|退队|退(?![初锄厨触处除])|脱离)(<一下>|掉|了|社区|那个|这个|<的>)*~{team:team}(伍)?(…[^\w]…)?",
            r"(退出|我要退出|申请退出)[\s:：]+{team:brief}",
            "(我)?(不想|不|不能)(再)?(参加|加入|干|在|待在|去){team:team}(伍|里|干|了|待)*",
            r"{team:team}(我|要|想|申请|[,，\s])*(退出|退了|不干了|不参加了|退)(<一下>|了)*",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    asks_anyway=True,
    handle=team_leave,
    examples={"退出 平安巡逻队": {"team": "平安巡逻队"}},
)
