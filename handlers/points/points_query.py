"""The command 查积分: one's own points, never a number in a group."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.period import PeriodName, civil, span
from domain.query import Book
from domain.rating import window_start
from domain.request import Request
from domain.roles import BOUND
from domain.shop.fifo import oldest_kept, running_out
from domain.standing import PointsOf
from handlers.awarding_wording import balances
from handlers.points import wording
from handlers.rated import rated


async def show_points(request: Request, book: Book) -> Decision:
    """Balances, what the period brought, and whose they are."""
    subject, today = request.subject, civil(request.now)
    period: PeriodName = request.slot("period") or "this_month"
    days = span(period, today)
    window, since, until = window_start(today).isoformat(), days.since.isoformat(), days.until.isoformat()
    first = span("this_month", today).until
    kept = oldest_kept(first, request.rules.ratings.accounts.spendable.expire_months).isoformat()
    standing, entries = await book.answer(PointsOf(subject.id, min(window, since, kept)))
    year = [entry for entry in entries if entry.occurred_on >= window]
    credit = [e.amount for e in entries if e.account == "credit" and since <= e.occurred_on < until]
    rating = await rated(request, book, subject.id, year)
    ending = running_out(standing.spendable, entries, kept)
    lines = [
        subject.name,
        balances(rating, standing.spendable),
        *([wording.ends_soon(ending, first)] if ending else []),
        wording.moved(period, sum(n for n in credit if n > 0), -sum(n for n in credit if n < 0)),
        wording.next_step(rating, request.rules) if year else wording.NOTHING_YET,
    ]
    return Decision(Answer("\n".join([*lines, request.rules.ratings.scope.disclaimer])))


command = Command(
    intent="points_query",
    title="查积分",
    words=Words(
        plain=(
            "查积分",
            "积分",
            "我的积分",
            "我有多少分",
            "我还有多少分",
            "{period}积分",
            "查{period}积分",
            "我{period}的?积分",
            "查积分{period}",
            "查我的积分",
            "积分{period}",
            "我的积分{period}",
            "{period}我的积分",
            "我{period}有多少分",
        ),
        names=(
            "查积分",
            "积分",
            "我的积分",
        ),
        hints=("(<我>|家|店|铺)&(积分|信用分|分数|总分|<多少>分|<的>分)&(<多少>|够|剩|<看>|涨|咋样|有没有)",),
        phrases=(
            "(<看>|<一下>|个)*(<我>|<我><的>|俩|家里|店里|家庭|个人)*(<还>)?({period})?(<我>)?<的>?(总|剩余|可用|社区|最新)?(积分|信用分|分数|分值|信用积分|总分|得分)(<看>|<一下>|情况|余额|数|给我|报|说|帮我|告诉我)*",
            "(<看>|<一下>|个)*(积分|信用分|分数|分值|信用积分|总分|得分)({period})",
            r"…<我>.{0,4}(积分|信用分|分数|分值|信用积分|总分|得分).{0,6}(是|有|还有|剩|得|还剩|达到|攒|积|到|变|涨)?(了)?(<多少>|咋样|<怎么>样|咋个样)(分|个|了|多)?(…[^\w]…)?",
            "<我><的>(积分|信用分|分数|总分)(<还>)?(有|剩)*(多少|好多|几多|几)(分|个)?(了)?",
            "(积分|信用分|分数|总分)(<还>)?(剩|有|余)*(<多少>)(分|个)?(没|未)(得)?(用|兑|换)(掉|完)?(<的>)?",
            "(<我>)?<的>?(积分|信用分|分数|总分)(余额|总数|总额)(<还>)?(剩|有|是)*(<多少>)(分|个)?",
            "(<我>)?({period})<我>?<的>?(一共|总共|总的|被)*(扣|加|得)(的)?分(是|了|有)?<多少>…",
            "(<看>|<一下>)*({period})<我>?<的>(积)?分(数)?(是|有)*(<多少>|<看>|<一下>)?",
            "({period})(<还>|拢共|统共|一起|总)*(得|加|扣|攒|挣|涨|掉)(了|到|过)*(<多少>)(个)?(积)?分…",
            "…(<我>).{0,4}{period}.{0,4}(积分|信用分|分数|分值|信用积分|总分|得分).{0,4}(<多少>|<怎么>|<看>)?(分|个)?…",
            r"…{period}.{0,4}(积分|信用分|分数|分值|信用积分|总分|得分).{0,6}(<多少>|<怎么>样|<看>)?(分|个)?(…[^\w]…)?",
            "…{period}.{0,6}<我>.{0,8}(<多少>)(个)?(积)?分…",
            "…<我>.{0,4}{period}.{0,8}(<多少>)(个)?(积)?分…",
            "…<我>(们|<的>|<还>|家|店|有|剩|被|积|得|拿|攒|加|扣|是|了|余|积分|又|本人|的店|这边|户|下|够|到手)*(<多少>)(个)?(积)?分…",
            r"(<还>|有|剩|能用|查|看|积|攒|得|是|了|够|余|下|<看>|<一下>)+(<多少>)(个)?(积)?分(了|还|有|剩|啊)*(…[^\w]…)?",
            "(<多少>)(个)?(积)?分(了|还|有|剩|啊|<我>)*",
            "<我><的>(积)?分(数)?",
            "(<看>|<一下>|个)+(<我>(<还>|有|剩)*<的>?(这点|那点)?)?(积)?分(数)?(<看>|了)*",
            "…<我>.{0,4}{period}.{0,6}(扣|加|得|挣|攒|积)(了|到)?(好多|多少)…",
            "…{period}.{0,4}<我>.{0,6}(扣|加|得|挣|攒|积)(了|到)?(好多|多少)…",
            r"…分.{0,8}(现在|目前|总共|一共)(<我>)?(有|是)?<多少>(分)?了",
            "<我>(这儿|这里|这边|这点|名下|手里|手上|账上|户头|小?卖部|小店|店里|铺子|超市|饭馆|餐馆|摊子|公司|单位|<还>|有|剩|<的>)*(<多少>)(个)?(积)?分(没用|可用|能用|可以用|了)?…",
            "…(扣|加)(了)?<我>(<多少>)分…",
            "…<我>…(被)?(扣|加|得|积|涨|掉|奖|拿|攒)(了|到|过|下来)(<多少>)分…",
            "…(看|查|瞧|问|晓得|知道|了解)(看|瞧|查)?(<一下>|到|清楚)*(<我>)?<的>?(<还>)?(剩|有|家里|店|剩余|总)*<的>?(积分|信用分|分数|分值|信用积分|总分|得分)(<多少>|够不够|余额|是|有|还剩|还有|情况|变化|现在|剩)*…",
            "<我><的>?(总|剩余|可用)?(积分|信用分|分数|分值|信用积分|总分|得分)(<还>)?(剩|有|是|余|得|剩余|够不够|变成|涨到|到|还有|还剩)+…",
            "(积分|信用分|分数|分值|信用积分|总分|得分)(<还>)?(剩|有|是|余|还有|还剩)+(<多少>)(分|个)?",
            "(积分|信用分|分数|分值|信用积分|总分|得分)(<看>|查询|余额)",
            "(积分|信用分|分数|分值|信用积分|总分|得分)(<多少>)(分)?(了)?",
            "<我><的>?分(数)?(<还>)?(有|剩|是|还有)*(<多少>|<看>)…",
            "查(<我>|<的>|<一下>)*分(数)?",
            "<我><的>?(积分|信用分|分数|分值|信用积分|总分|得分)(涨|掉|加|扣|到账)(了|上)?(没|没有|没得)…",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    handle=show_points,
    examples={
        "查积分": {},
        "上个月扣了我几分": {"period": "last_month"},
        "麻烦帮我看看还有好多分": {},
        "查几分": {},
        "我今年一共得了多少分": {"period": "this_year"},
        "我家积分还剩几个": {},
    },
)
