"""The command 举报进度: whoever holds the receipt reads the status word."""

import re

from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.period import civil
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from domain.tips.case import OUTCOMES
from domain.tips.effects import CountTip
from domain.tips.queries import RewardOpen
from domain.tips.receipts import parted
from handlers.tips import wording
from handlers.tips.holding import asked_for, digits, held, said_receipt, seen_as

_A_TALE = 4
_ASKS_ON = re.compile("进度|进展|结果|状态|情况|到哪|咋|怎么?样|如何|处理|没有|下文|回音|消息|动静|谢|看看|[吗呢?？]")
"""Words behind a receipt that only ask how it goes; others may have been meant as more to tell."""
_SATISFIED = "(?:很|非常|挺|比较|还算|还|蛮|十分)?(?:满意|可以|好)"
_NOT_SATISFIED = "(?:很|非常|十分)?不(?:太|怎么|大|是很|够)?满意"


async def tip_status(request: Request, book: Book) -> Decision:
    """The status word; once it is closed, one yes or no that is kept as a count."""
    if not said_receipt(request):
        return asked_for("举报进度")
    receipt, today = digits(request), civil(request.now)
    if "satisfied" in request.answers:
        request.outside.tips.rate(receipt)
        kind = CountTip("satisfied" if request.answers["satisfied"] is True else "unsatisfied", today)
        return Decision(Answer(wording.THANKS), (kind,))
    case = await seen_as(book, await held(request, book))
    until = await book.answer(RewardOpen(receipt))
    asks = case.state in OUTCOMES and not request.outside.tips.rated(receipt)
    ask = Ask("satisfied", wording.SATISFIED, yes=_SATISFIED, no=_NOT_SATISFIED) if asks else None
    told = wording.status(case, until if until and until >= today else None)
    more = parted(request.message.text)[1]
    if case.is_open and len(more) >= _A_TALE and not _ASKS_ON.search(more):
        told = f"{told}\n{wording.TO_ADD}"
    return Decision(Answer(told), ask=ask)


command = Command(
    intent="tip_status",
    title="举报进度",
    words=Words(
        names=(
            "举报进度",
            "投诉进度",
        ),
        phrases=(
            r"(<看>|<一下>)*(<我>)?(上次|上回|之前|那个|前几天|昨天)?<的>?(举报|投诉|反映<的>|反映(?!情况|问题)|检举)<的>?(处理|办理|核实)?(进度|进展|结果|状态|处理情况|情况|进程)(<看>|<一下>|是|如何|<怎么>|了|没有|出来|到|哪|步|呢|号码|回执|单号|号|[:：,，\s])*~({receipt})?(…)",
            "…(举报|投诉|反映|检举|回执|单子|案子|线索|那件事|那个事).{0,12}(进度|进展|结果|状态|情况|反馈|处理|咋个样|咋样|怎么样|怎样|如何|到哪|处理得|办得|整好|整得|解决|查得|核实|有没有|办完|办好|弄好|搞好|处理完|查完|下文|回音|消息|回复|咋个|落实|说法|动静)…",
            "…(举报|投诉|反映|检举|回执|单子|案子|那件事|那个事)…{receipt}…",
            "…{receipt}…(进度|进展|结果|状态|情况|反馈|处理|咋个样|咋样|怎么样|怎样|如何|到哪|处理得|办得|整好|整得|解决|查得|核实|有没有|办完|办好|弄好|搞好|处理完|查完|下文|回音|消息|回复|咋个|落实|说法|动静)…",
            "(<看>|<一下>)*(回执|单号|回执号|举报|编号|号码|进度|[:：])*~{receipt}~(<看>|<一下>|的|这个|举报|回执|呢|(进度|进展|结果|状态|情况|反馈|处理|咋个样|咋样|怎么样|怎样|如何|到哪|处理得|办得|整好|整得|解决|查得|核实|有没有|办完|办好|弄好|搞好|处理完|查完|下文|回音|消息|回复|咋个|落实|说法|动静))*",
            "…(举报|投诉|反映|检举)…(进度|进展|结果|状态|情况|反馈|处理|咋个样|咋样|怎么样|怎样|如何|到哪|处理得|办得|整好|整得|解决|查得|核实|有没有|办完|办好|弄好|搞好|处理完|查完|下文|回音|消息|回复|咋个|落实|说法|动静)…{receipt}…",
            "…(进度|进展|结果|状态|情况|反馈|处理|咋个样|咋样|怎么样|怎样|如何|到哪|处理得|办得|整好|整得|解决|查得|核实|有没有|办完|办好|弄好|搞好|处理完|查完|下文|回音|消息|回复|咋个|落实|说法|动静)…{receipt}(…)",
            "…回执号?.{0,6}(找不到|找不着|丢了|弄丢|忘了|忘记|没记|没抄|删了|删掉|不见了|没得了)…",
            "…(找不到|找不着|丢了|弄丢|忘了|忘记|没记|没抄|删了|删掉).{0,6}回执号?…",
            "(<我>)?<的>?(上次|上回|之前|那个|前几天|昨天|上周|上个月)+.{0,4}(举报|投诉|反映|检举).{0,10}(没|了|吗|(进度|进展|结果|状态|情况|反馈|处理|咋个样|咋样|怎么样|怎样|如何|到哪|处理得|办得|整好|整得|解决|查得|核实|有没有|办完|办好|弄好|搞好|处理完|查完|下文|回音|消息|回复|咋个|落实|说法|动静))…",
        ),
    ),
    who=ANYONE,
    where=Where.PRIVATE_ONLY,
    confidential=True,
    handle=tip_status,
    examples={
        "举报进度 3847 1029 5561 0923": {"receipt": "3847102955610923"},
        "查一下3847102955610923到哪步了": {"receipt": "3847102955610923"},
        "举报进度": {},
    },
)
