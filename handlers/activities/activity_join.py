"""The command 报名: a seat, or a place in the line that moves up by itself."""

from collections.abc import Sequence

from domain.activities.activity import Activity, PlacesOf, SignUp, SignUpsOf, TakePlace
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from handlers.activities import wording
from handlers.activities.finding import coming
from handlers.guardians import guardian_asked


async def activity_join(request: Request, book: Book) -> Decision:
    """Take a seat or a place in the line; two activities at one time are refused."""
    subject = request.subject
    ref = request.answers.get("ref") or request.slot("ref")
    if not ref:
        return Decision(ask=Ask("ref", wording.WHICH, "text"))
    activity = await coming(request, book, str(ref))
    line = await book.answer(SignUpsOf(activity.number))
    own = next((one for one in line if one.subject == subject.id), None)
    if own and own.state != "left":
        raise Refusal(wording.joined_already(activity, own.state))
    for other, _ in await book.answer(PlacesOf(subject.id, request.at)):
        if other.plan.stretch.meets(activity.plan.stretch):
            raise Refusal(wording.at_the_same_time(other))
    if ask := guardian_asked(request, subject, f"参加“{activity.plan.title}”"):
        return Decision(ask=ask)
    place, before = placed(activity, line, subject.id)
    words = wording.joined(activity) if place.state == "in" else wording.waits(activity, before)
    return Decision(Answer(words), (place,), (activity.watch,))


def placed(activity: Activity, line: Sequence[SignUp], subject: int) -> tuple[TakePlace, int]:
    """A seat, or a place in the line, and how many wait there already."""
    taken = sum(one.state == "in" for one in line)
    seated = not activity.plan.seats or taken < activity.plan.seats
    waiting = sum(one.state == "waiting" for one in line)
    return TakePlace(activity.number, subject, "in" if seated else "waiting"), waiting


command = Command(
    intent="activity_join",
    title="报名",
    words=Words(
        plain=(
            "报名{ref:activity}",
            "我要参加{ref:activity}号活动",
            "报名{ref:activity}号活动",
            "报名参加{ref:activity}号活动",
            "报名{ref:activity}号",
        ),
        names=("报名",),
        hints=("{ref:activity}号&(报名|报上|参加|算我|加我)&!(取消|不|退)",),
        phrases=(
            r"(?!.*(?:[不没](?:想|去|来|参加|报名?|要|能|克)|取消|退[了掉出报]))(我|我们|我家|我也|给我|帮我|也|要|想|来|可以)*(报名参加|报名|报个名|参加|报|参与)(<一下>|一个|个|那个|这个|活动|第|编号|的|上)*[#:：]?~({ref:activity})~(号|期|个)?<的>?(那个|这个)?(志愿)?(活动|志愿服务|讲座)?(…[^\w]…)?",
            "(我|我们|我也|也|我要)*(报名参加|报名|报个名|报一?下名|报上名|要报名|参加)(一?下)?",
            "第?{ref:activity}号<的>?(活动|志愿服务|讲座)?我(们|家)?(要|想|也)*(去|来|参加)(<的>)?",
            r"(把|帮|给|替)?(我|我们|我家|老伴|老公|老婆)*(和|跟|给|到|在)?第?{ref:activity}号?<的>?(活动|志愿服务|讲座)(里)?(报|登|写)(个|上|一下)?名?(上|嘛)*",
            r"(?!.*(?:[不没](?:想|去|来|参加|报名?|要|能|克)|取消|退[了掉出报]))第?{ref:activity}号?<的>?(那个|这个)?(活动|志愿服务|讲座)?[,，\s]*(我|我们|给我|帮我|也|要|想|来|可以|能|给|我家|[,，])*(报名|参加|要去|想去|也去|报|报个名|报上|报一?下名|参与|算我一个)(<一下>|了|一个|个|名|上)*",
        ),
        quoted="activity",
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    asks_anyway=True,
    handle=activity_join,
    examples={
        "报名 12": {"ref": "12"},
        "我要参加12号活动": {"ref": "12"},
        "报名": {},
        "12号活动我要报名": {"ref": "12"},
    },
)
