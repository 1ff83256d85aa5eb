"""The command 积分清单: what earns points, what costs them, and by which line of the lists."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from domain.rules.kinds import KINDS, SubjectKind
from handlers.points import rules_wording as wording

NEGATIVE_LIST = "负面清单"


async def show_rules(request: Request, _book: Book) -> Decision:
    """An overview of a list, or the lines that a topic means."""
    kind: SubjectKind = request.sender.subject.kind if request.sender.subject else "resident"
    topic = request.slot("topic")
    if topic is None:
        return _overview(request, wording.positive_overview(request.rules, kind))
    if topic == NEGATIVE_LIST:
        return _overview(request, wording.negative_overview(request.rules, kind))
    return Decision(Answer(_about(request, kind, str(topic))))


def _overview(request: Request, words: str) -> Decision:
    """A list, and which meeting adopted it where one is on record."""
    return Decision(Answer("\n".join(part for part in (words, request.rules.adopted) if part)))


def _about(request: Request, kind: SubjectKind, topic: str) -> str:
    good, bad = request.rules.find_items(kind, topic), request.rules.find_negative(kind, topic)
    if good.exact:
        return wording.earned(good.exact)
    if bad.exact:
        return wording.lost(bad.exact)
    for other in KINDS:
        elsewhere = request.rules.find_items(other, topic).exact, request.rules.find_negative(other, topic).exact
        if line := wording.of_others(other, *elsewhere):
            return line
    near = [*(item.title for item in good.near), *(item.title for item in bad.near)]
    return wording.nearest(topic, near[:3])


command = Command(
    intent="rules_query",
    title="积分清单",
    words=Words(
        plain=(
            "积分清单",
            "{topic:negative}",
            "怎么加分",
        ),
        names=(
            "积分清单",
            "负面清单",
            "怎么加分",
        ),
        hints=("{topic:negative}&(<看>|有|写|哪|什么|给|要|内容)",),
        phrases=(
            "(<看>|<一下>|发|一份|个|给我|有没有)*<的>?(社区|最新)?<的>?(积分|加分|信用)(清单|规则|标准|项目|项|细则|办法|制度|事项|规定|政策|目录|说明)(<看>|<一下>|发|一份|给我|有|是|哪些|什么|都|出来|哪样|了|贴|<怎么>|样|的|在|哪里|哪点|哪儿|哪|找|可以|能)*",
            "(<看>|<一下>|发|一份|个|给我|有没有)*<的>?{topic:negative}(<看>|<一下>|发|一份|给我|有|是|都|出来|里|头|面|上|写|的|了|些|<哪些>)*",
            "(<我>)?<怎么>(才能|去|可以|样|才|得|能|个|快点|快速|多|来|给我|挣|赚|获得|做才能)*(加|挣|赚|得|涨|攒|拿|积|增加|获得|多)(到|点|一点|些|取)?(积)?分…",
            "(<我>)?(有|做|干|整|搞|弄)?(些|点)?(什么|哪些|哪样|啥|啥子|哪些事|什么事|哪样事)(事情|行为|事|活动|情况|东西)?(可以|能|会|要|给|才|才能|算|才会|可)*(被)?(加|挣|得|扣|减|拿|罚|涨)(到)?(积)?分…",
            "…(做|干|整)(些|点)?(什么|哪些|哪样|啥|啥子|哪些事|什么事)(事情)?.{0,4}(加|扣|得|挣)(积)?分…",
            "(加分|扣分|积分)<的>?(有|都有)?<哪些>(办法|方法|途径|项目|渠道)",
            "(加分|扣分|积分)(的)?(有|都有|是|项目|项|标准|规则|条件|方法|办法|途径)(是|都|有|哪些|什么|哪样|<怎么>|的)*",
            "(积分|分数?|分)(是)?(<怎么>|咋)(得|算|加|挣|赚|扣|计算|积|记|攒|涨|来)(出来)?(的)?",
            "(<我>)?(如果|要是|假如)?{topic:matter}((会|要|能|可以|可|该|应该|是|给|又|一次|得|会被|要被|算|会不会|到底|究竟|现在|大概|一般)*)(扣|加|奖励|奖|减|得|罚|记|算)(掉|我|我们|上|到|个|多|了)?<多少>(个)?(积)?分…",
            r"(扣|加|奖|减|罚)<多少>(积)?分[,，\s]*{topic:matter}",
            "{topic:matter}((会|要|能|可以|可|该|应该|是|给|又|一次|得|会被|要被|算|会不会|到底|究竟|现在|大概|一般)*)(不)?(扣|加|减|得|罚)(不)?(扣|加|减|得)?(积)?分(吗|不|没|么|嘛|噶|的)*",
            "{topic:matter}(要|会|会被|得)?(扣|加|罚|奖)(好多|多少)",
            r"{topic:matter}(能|可以|会|要|给)*(加|扣)分(吗|不|没|么)?[,，\s]*(能|可以|会|要)?(加|扣)<多少>(个)?分",
            "{topic:deed}(有|值)(<多少>)(个)?(积)?分(可以)?(加|拿|得)?…",
            "{topic:deed}(是|属于|算|值)?(<多少>)分(啊|呀)?(一次)?",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    handle=show_rules,
    examples={
        "积分清单": {},
        "负面清单": {"topic": "负面清单"},
        "怎么加分": {},
        "遛狗不牵绳扣多少分": {"topic": "遛狗不牵绳"},
        "做什么可以加分": {},
    },
)
