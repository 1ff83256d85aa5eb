"""The command 信用等级: one's own grade and what it brings."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.period import civil
from domain.query import Book
from domain.rating import window_start
from domain.request import Request
from domain.roles import BOUND
from domain.standing import EntriesOf
from handlers.points import wording
from handlers.rated import rated


async def show_grade(request: Request, book: Book) -> Decision:
    """The grade, the way to the next one, and what it is not."""
    subject, today = request.subject, civil(request.now)
    year = await book.answer(EntriesOf(subject.id, window_start(today).isoformat()))
    rating = await rated(request, book, subject.id, year)
    perks = [perk.title for perk in request.rules.ratings.grade_rules.perks if perk.grade == rating.grade.key]
    lines = [
        subject.name,
        wording.grade(rating),
        *wording.held_back(rating),
        *perks,
        *wording.next_grade(rating, request.rules),
    ]
    return Decision(Answer("\n".join([*lines, wording.WHY, request.rules.ratings.scope.disclaimer])))


command = Command(
    intent="rating_query",
    title="信用等级",
    words=Words(
        plain=(
            "信用等级",
            "我的等级",
            "我是几级",
            "我的评级",
            "查信用等级",
            "我的信用等级",
        ),
        names=(
            "信用等级",
            "我的等级",
            "我的评级",
            "信用评级",
            "我是几级",
        ),
        hints=("(<我>|家|店|铺)&(等级|评级|级别|几级|信用)&(<看>|<哪些>|几|[ABCD]|咋样|怎么样)&!<怎么>(恢复|修复|补)",),
        phrases=(
            "(<看>|<一下>|个)*(<我>)?(<还>)?<的>?(社区|个人|家庭|信用)?<的>?(信用等级|信用级别|信用评级|等级|评级|级别|信用档次|信用星级|星级|信用档)(<看>|<一下>|情况|结果|给我|告诉我)*",
            r"…<我>.{0,6}(信用等级|信用级别|信用评级|等级|评级|级别|信用档次|信用星级|星级|信用档)(<还>|是|到|属于|评|有|几|在|变|升|降|<怎么>|<多少>|什么|哪|没有|没|了|出来|A|B|C|D|级|个|样|一)*(…[^\w]…)?",
            "(信用等级|信用级别|信用评级|等级|评级|级别|信用档次|信用星级|星级|信用档)…<我>…(几|哪|什么|<多少>)…",
            "(信用等级|信用级别|信用评级|等级|评级|级别|信用档次|信用星级|星级|信用档)(<还>|是|到|属于|评|有|几|<怎么>|<多少>|什么|哪|级|个|样|一)+",
            "…<我>.{0,8}(是|到|评|算|属于|第|升|在|评为|有|被评).{0,3}(几|哪一?个?|什么|哪样|啥|好多|多少)(等)?(级|等|档|星)(别|次)?…",
            "…<我>.{0,4}信用.{0,6}(几级|等级|哪级|什么级|咋样|怎么样|怎样|咋个样|好不好|几等|哪一?级|哪等|什么水平)…",
            "…<我>(<还>|信用|家|是|算|<的>)*(几级|哪级|几等|几星|A级|B级|C级|D级|几档|什么级别)…",
            "…(看|查|瞧|问|晓得|知道|了解)…<我>.{0,4}(等级|评级|级别|几级|哪级)…",
            "<我>(<还>)?(是|算|有)?(不是)?[ABCD]级.{0,6}",
            "<我>.{0,6}(是|评|算|到|得)(<的>|了|是)*[ABCD]+级?还是[ABCD]+级?",
            "…(看|查|瞧|问|晓得)(看|瞧)?(<一下>)?(信用)?(信用等级|信用级别|信用评级|等级|评级|级别|信用档次|信用星级|星级|信用档)…",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    handle=show_grade,
    examples={"信用等级": {}, "我家现在是哪一级": {}, "查下我的信用等级": {}},
)
