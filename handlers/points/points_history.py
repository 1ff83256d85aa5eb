"""The command 积分明细: one's own entries, newest first, ten at a time."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.period import Span, civil, span
from domain.query import Book
from domain.rating import window_start
from domain.request import Request
from domain.roles import BOUND
from domain.standing import EntriesOf
from handlers.points import wording

_PAGE = 10


async def show_history(request: Request, book: Book) -> Decision:
    """A page of entries, and the question whether more are wanted."""
    subject, today = request.subject, civil(request.now)
    period = request.slot("period")
    days = span(period, today) if period else Span(window_start(today), span("this_year", today).until)
    found = await book.answer(EntriesOf(subject.id, days.since.isoformat(), days.until.isoformat()))
    credit = [entry for entry in found if entry.account == "credit"]
    if not credit:
        return Decision(Answer(f"{subject.name}\n{wording.NOTHING_YET}\n{request.rules.ratings.scope.disclaimer}"))
    page = sum(answer is True for answer in request.answers.values())
    shown, left = credit[page * _PAGE : (page + 1) * _PAGE], len(credit) - (page + 1) * _PAGE
    text = "\n".join([subject.name, *wording.listed(shown, request.rules), request.rules.ratings.scope.disclaimer])
    if left <= 0:
        return Decision(Answer(text))
    return Decision(ask=Ask(f"page{page}", f"{text}\n{wording.more(left)}", on_no=wording.ENOUGH))


command = Command(
    intent="points_history",
    title="积分明细",
    words=Words(
        plain=(
            "积分明细",
            "流水",
            "我的分怎么来的",
            "{period}积分明细",
            "{period}流水",
            "积分明细{period}",
            "流水{period}",
            "查积分明细",
            "我的积分明细",
        ),
        names=(
            "积分明细",
            "积分流水",
            "流水",
        ),
        hints=(
            "(明细|流水|账单)&(<看>|积分|分|我|要|单|表)",
            "(积分|加|扣|分)&(<怎么>|为什么|为啥|哪些|哪样|哪点|哪里|什么时候|凭什么)&(来<的>|加<的>|扣<的>|扣<我>|得<的>|扣了我)",
        ),
        phrases=(
            "(<看>|<一下>|打|发|给|要|一份|个|导|拉|把|将)*(<我>)?<的>?({period})?<的>?(<我>)?<的>?(个人|全部|所有|详细)?<的>?(积分明细|分数明细|加分明细|扣分明细|积分流水|积分记录|明细|流水账|流水|积分账单|积分详单|详单|账单|加减分记录|加分记录|扣分记录|加扣分记录|得分记录|变动记录|积分变动|积分变化|分数变化|积分历史|历史积分|积分来源)(<看>|<一下>|发|给我|<我>|看看|有没有|有哪些|打|单子|表|出来|瞧)*",
            "(积分明细|分数明细|加分明细|扣分明细|积分流水|积分记录|明细|流水账|流水|积分账单|积分详单|详单|账单|加减分记录|加分记录|扣分记录|加扣分记录|得分记录|变动记录|积分变动|积分变化|分数变化|积分历史|历史积分|积分来源){period}",
            "…{period}.{0,6}(积分明细|分数明细|加分明细|扣分明细|积分流水|积分记录|明细|流水账|流水|积分账单|积分详单|详单|账单|加减分记录|加分记录|扣分记录|加扣分记录|得分记录|变动记录|积分变动|积分变化|分数变化|积分历史|历史积分|积分来源)(…)",
            "…(看|查|瞧|要|发|给|问|晓得|知道)…(积分明细|分数明细|加分明细|扣分明细|积分流水|积分记录|明细|流水账|流水|积分账单|积分详单|详单|账单|加减分记录|加分记录|扣分记录|加扣分记录|得分记录|变动记录|积分变动|积分变化|分数变化|积分历史|历史积分|积分来源)(…)",
            "<我>.{0,6}(积分明细|分数明细|加分明细|扣分明细|积分流水|积分记录|明细|流水账|流水|积分账单|积分详单|详单|账单|加减分记录|加分记录|扣分记录|加扣分记录|得分记录|变动记录|积分变动|积分变化|分数变化|积分历史|历史积分|积分来源)…",
            "…<我>?<的>?(这些|那些|现在)?(积)?分(数)?(都|是|到底|究竟|又|咋)*(从)?(<怎么>|哪里|哪点|哪儿|从哪里|什么时候)(得)?来<的>…",
            "…<我>.{0,4}({period})?.{0,4}(积)?分.{0,3}(都|是)*(<怎么>|因为(什么|啥|哪样)|为(什么|啥|哪样)|凭(什么|啥))(被|加|扣|得|变|少|多|掉|没)(的|了|掉|来)*…",
            "…(加|扣|得|减)(了|过|的)*(哪些|哪样|什么|啥|哪几)分…",
            "…(什么时候|几时|哪天|哪时候).{0,3}(扣|加|减)(了|的|掉)*<我>?.{0,3}分…",
            "(哪|什么)(天|时候|次|笔|些)(加|扣)(了|的)?.{0,3}(哪|什么)(天|时候|次|笔|些)(扣|加)(了|的)?…",
            "(凭什么|为什么|为啥|凭啥)(又|要|会|被)*(扣|减)(我|我家)?<的>?(积)?分…",
            "(<我><的>?)?(积分|分数?)(都|是|又|咋)*<怎么>(变|涨|掉|少|多|算)(化)?(<的>|了|出来)*(…)",
            "(把)?(每一?笔|每一条|每次|历次)(都|给我|全部|加|扣|的|积分|分|记录|情况|<一下>)*(列|看|查|发|说|讲)(出来)?(给我|<看>|<一下>)*",
            "…(为什么|为啥|凭什么|为哪样|咋个|咋|怎么|因为什么)(<我>)(家)?<的>?(积)?分(又|都|变|被|突然)*(少|掉|没|不见|低|降|扣|加)…",
            "…(每一?笔|每次|每条|历次|一笔一笔|一条一条|具体)…(加分|扣分|积分|分|加减分|得分)…",
            "…(加分|扣分|加减分|积分|加扣分).{0,4}(记录|明细|清单|历史|详情|流水)…",
            "…(为什么|为啥|凭什么|为哪样|咋个|因为什么|因为啥|因为哪样).{0,4}(扣|加)(了)?<我>.{0,3}分…",
            "…<我>.{0,6}(为什么|为啥|凭什么|为哪样|因为什么|因为啥|因为哪样|哪里|哪点|哪次|什么事).{0,4}(被)?(扣|加)(了|的|得)?.{0,2}分…",
            "…(哪些|什么|哪几|哪样|啥).{0,3}(加|扣)(了|过)<我>?.{0,3}分…",
            "…(<我>)?(<的>)?(积)?分(被)?(加|扣)在(哪|什么)…",
            "…<我>?<的>?(积)?分.{0,3}(<哪些>|哪里|哪点|哪儿)(事情?|地方|活动)?.{0,4}(得|加|扣|挣|攒|来)(到)?(<的>|了)…",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    handle=show_history,
    examples={
        "积分明细": {},
        "上个月积分流水": {"period": "last_month"},
        "我的分怎么来的": {},
        "看看我今年的积分记录": {"period": "this_year"},
        "为什么扣我的分": {},
    },
)
