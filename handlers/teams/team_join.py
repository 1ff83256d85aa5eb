"""The command 加入志愿队: at once, after agreeing to be registered the first time; the captain is told."""

from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.members import Subject
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from domain.teams.team import JoinTeam, RegisterVolunteer, Team, Volunteer, VolunteerOf
from handlers.guardians import guardian_asked
from handlers.teams import wording
from handlers.teams.naming import team_named, team_said


async def team_join(request: Request, book: Book) -> Decision:
    """Join; the first time the registration is agreed to."""
    subject = request.subject
    if subject.kind != "resident":
        raise Refusal(wording.ONLY_PEOPLE)
    said = team_said(request)
    if not said:
        return Decision(ask=Ask("team", wording.WHICH, "text"))
    team = await team_named(book, said)
    held = await book.answer(VolunteerOf(subject.id))
    if team.name in held.teams:
        raise Refusal(wording.in_already(team))
    if ask := guardian_asked(request, subject, f"加入{team.name}"):
        return Decision(ask=ask)
    if not held.number and not request.answers.get("register"):
        return Decision(ask=Ask("register", wording.register(team), on_no=wording.NOT_REGISTERED))
    code, effects = joining(team, subject, held)
    return Decision(Answer(wording.joined(team, code)), effects, (held.watch,))


def joining(team: Team, subject: Subject, held: Volunteer) -> tuple[NewCode | None, tuple[object, ...]]:
    """The volunteer's new number, where it is the first team, and all that joining causes; the captain is told."""
    code = None if held.number else NewCode("Z")
    registered = (RegisterVolunteer(code, subject.id),) if code else ()
    words = wording.told_joined(team, subject.name)
    told = (Say(Target("subject", str(team.captain)), words, urgency=Urgency.NOTICE),) if team.captain else ()
    return code, (JoinTeam(team.name, subject.id), *registered, *told)


command = Command(
    intent="team_join",
    title="加入志愿队",
    words=Words(
        names=(
            "加入志愿队",
            "加入",
        ),
        phrases=(
            r"(我|我们|我家|我也|申请|报名|要|想|来|可以|能|给|让|也)*(加入|参加|报名参加|加|进|入|报名|进入)(<一下>|到|你们|咱们|社区|我们|社区的|那个|这个|<的>|了)*~{team:team}(伍)?(…[^\w]…)?",
            "(把)?<我>(也)?(加|拉|放|编|登记)(入|到|进|在)*{team:team}(伍|里|头|克|去)*",
            r"(加入|我要加入|申请加入)[\s:：]+{team:brief}",
            r"{team:team}(我|还|给|可以|能|要|想|申请|报名|[,，\s])*(加入|参加|进|入队|报名)(<一下>|得|不|吗|了|人|算我一个)*",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    asks_anyway=True,
    handle=team_join,
    examples={"加入 平安巡逻队": {"team": "平安巡逻队"}, "我想参加护绿队": {"team": "护绿队"}},
)
