"""The command 取消报名: the seat goes to whoever waits first, who is told."""

from domain.activities import wording as said_unasked
from domain.activities.activity import PlacesOf, SignUpsOf, TakePlace
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from handlers.activities import wording
from handlers.activities.finding import coming


async def activity_leave(request: Request, book: Book) -> Decision:
    """Give a place back; without a number, the only one."""
    subject = request.subject
    ref = request.slot("ref") or wording.number_in(request.answers.get("ref"))
    if not ref:
        places = [
            one for one, _ in await book.answer(PlacesOf(subject.id, request.at)) if one.plan.starts_at > request.at
        ]
        if len(places) > 1:
            return Decision(ask=Ask("ref", wording.WHICH_LEFT, "choice", tuple(map(wording.choice, places[:9]))))
        if not places:
            raise Refusal(wording.NO_PLACE)
        ref = str(places[0].number)
    activity = await coming(request, book, str(ref))
    line = await book.answer(SignUpsOf(activity.number))
    own = next((one for one in line if one.subject == subject.id and one.state != "left"), None)
    if own is None:
        raise Refusal(wording.not_joined(activity))
    effects: list[object] = [TakePlace(activity.number, subject.id, "left")]
    following = next((one for one in line if one.state == "waiting"), None)
    if own.state == "in" and following:
        effects.append(TakePlace(activity.number, following.subject, "in", keeps_turn=True))
        target = Target("subject", str(following.subject))
        effects.append(Say(target, said_unasked.moved_up(activity), urgency=Urgency.NOTICE))
    return Decision(Answer(wording.left(activity)), tuple(effects), (activity.watch,))


command = Command(
    intent="activity_leave",
    title="取消报名",
    words=Words(
        names=(
            "取消报名",
            "退出活动",
        ),
        hints=("{ref:activity}号&(取消|不参加|不去|不来|去不|来不|退)",),
        phrases=(
            r"(我|我们|给我|帮我|要|想)*(取消|撤销|退掉|退出|退|撤回|不要|撤掉)(掉|了|<一下>|我|<的>|活动|参加|那个|志愿)*(报名|活动|参加)?(<的>|编号|第|活动|[:：#])*~({ref:activity})~(号|期)?(活动|志愿服务|讲座)?(<的>)?(报名|了)*(…[^\w]…)?",
            "(我|我们|要|想|给我)*(取消|撤销|退掉|撤回|退)(掉|了|<一下>|我|<的>|活动|参加)*报名(了|<一下>|掉)*",
            r"(把|将|那个|我)*第?{ref:activity}(号|期)?<的>?(那个|这个)?(活动|志愿服务|讲座)?(<的>|那个|我|给我|帮我|要|想|[,，\s])*(报名)?(给我|帮我|我要|我想|给|[,，\s])*(取消|撤销|退掉|退了|撤|撤掉|退出|退)(掉|了|报名|<一下>|参加|克)*(…[^\w]…)?",
            "(我|我们|我家|要|[,，])*(参加不成|参加不了|克不成|去不成|去不了|来不了|来不成|克不了|不克|不参加|不想[去来参报克]加?名?|不去|不来|不报|没空|没时间|不能参加|不能去|没法去|没法参加|参加不到|赶不到|赶不上|有事)(那个|这个|第|了)*{ref:activity}(号|期)?<的>?(活动|志愿服务|讲座)?(…)",
            "(那个|这个|第|我)*{ref:activity}(号|期)?<的>?(那个|这个)?(活动|志愿服务|讲座)?.{0,6}(参加不成|参加不了|克不成|去不成|去不了|来不了|来不成|克不了|不克|不参加|不想[去来参报克]加?名?|不去|不来|不报|没空|没时间|不能参加|不能去|没法去|没法参加|参加不到|赶不到|赶不上|有事)…",
            r"…[,，。\s]{ref:activity}(号|期)?(活动|志愿服务|讲座)?(<的>)?(报名)?(取消|撤销|退|不)(掉|了|报名)*…",
            "…(活动|报名).{0,8}(取消报名|不参加了|不去了|克不成|取消掉)…",
        ),
        quoted="activity",
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    asks_anyway=True,
    handle=activity_leave,
    examples={"取消报名 12": {"ref": "12"}, "我不参加7号活动了": {"ref": "7"}, "取消报名": {}},
)
