"""The command 等级说明: how people ask for it."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.fading import counting, fading
from domain.period import civil
from domain.query import Book
from domain.rating import window_start
from domain.request import Request
from domain.roles import BOUND
from domain.standing import EntriesOf
from handlers.points import rating_wording, wording
from handlers.rated import rated

_PAGE = 10


async def explain(request: Request, book: Book) -> Decision:
    """One's own sum line by line, ten lines at a time."""
    subject, today = request.subject, civil(request.now)
    year = await book.answer(EntriesOf(subject.id, window_start(today).isoformat()))
    credit = counting(year, today, request.rules)
    page = sum(answer is True for answer in request.answers.values())
    shown, left = credit[page * _PAGE : (page + 1) * _PAGE], len(credit) - (page + 1) * _PAGE
    head = rating_wording.summed(await rated(request, book, subject.id, year), request.rules)
    lines = [subject.name, *head, *rating_wording.leaving(shown, fading(credit, request.rules))]
    if left > 0:
        return Decision(ask=Ask(f"page{page}", "\n".join([*lines, wording.more(left)]), on_no=wording.ENOUGH))
    if not credit:
        lines.append(wording.NOTHING_YET)
    return Decision(Answer("\n".join([*lines, request.rules.ratings.scope.disclaimer])))


command = Command(
    intent="rating_explain",
    title="等级说明",
    words=Words(
        names=("等级怎么算",),
        hints=("(等级|评级|[ABCD]级?)&(为什么|为啥|凭什么|<怎么>算|<怎么>评|降)",),
        phrases=(
            "(<我>)?(<还>)?(为什么|为啥子?|凭什么|咋个|怎么|为哪样).{0,4}(<我>)?.{0,5}(是|得|评|只是|才|成了)?(了|成|为|得|个)?[ABCD](级|等)?",
            "…<我>?<的>?(信用)?(信用等级|信用级别|信用评级|等级|评级|级别|信用档次|信用星级|星级|信用档)(是|都|到底|究竟|又)*(<怎么>|按什么|依据什么|根据什么)(算|评|来|定|划|得|分|计算|评定)(出来)?(的|来)*…",
            "<怎么>(评|算|定|划分|计算)(<我>|<的>|信用|出)*(信用等级|信用级别|信用评级|等级|评级|级别|信用档次|信用星级|星级|信用档)…",
            "(<我>)?<怎么>(才能|才|可以|能|样)*(把|让)?(<我>|<的>|信用)*(等级|评级)?(升|提高|提升|涨|上)(到|上|个|一)*([ABCD]+级?|等级|评级|级)(去|了)?",
            "…(为什么|为啥|凭什么).{0,6}(降|掉|升|没有?升|不升)?.{0,4}(信用等级|信用级别|信用评级|等级|评级|级别|信用档次|信用星级|星级|信用档)…",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    handle=explain,
    examples={"为什么是A": {}, "我的等级怎么算的": {}},
)
