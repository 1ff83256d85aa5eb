"""The command 申诉: whoever thinks a record wrong has it looked at by somebody uninvolved."""

from domain.command import Command, Where, Words
from domain.decision import Decision
from domain.query import Book
from domain.request import Request
from domain.roles import BOUND
from handlers.findings.filing import filed


async def appeal(request: Request, book: Book) -> Decision:
    """File the appeal; a supervisor's word on another's record is an objection."""
    return await filed(request, book, "申诉")


command = Command(
    intent="appeal",
    title="申诉",
    words=Words(
        names=(
            "申诉",
            "申述",
        ),
        phrases=(
            "(我|我们)?(申请|提出|提|不服)?(申诉|申述|上诉)(<一下>|这个|这笔|这条|编号|单号|记录|是|为|的|[,，:：\\s])*~({ref:ledger}~{reason:why}?)?",
            "(我)?对(这笔|记录|这条)?{ref:ledger}(这笔|这条|那笔|那条|扣分|记录|我|的)*(要|想|申请|提出|有|进行|提|表示)*(申诉|申述|不服)~{reason:why}?",
            r"{ref:ledger}(这笔|这条|我|那条|要|想|那笔|扣分|的|扣得|不对)*[,，\s]*(我)?(要|想|申请|提出)*(申诉|申述|不服)~{reason:why}?",
            r"…{ref:ledger}…[,，。\s](我)?(要|想|申请|提出)*(申诉|申述)~{reason:why}?",
            "(我)?对{ref:ledger}(这笔|这条|扣分|的)*不服~(我)?(要|想)?(申请|提出)?(申诉|申述)~{reason:why}?",
            "(申诉|申述)~{reason:why}",
        ),
        quoted="ledger",
    ),
    who=BOUND,
    where=Where.PRIVATE_ONLY,
    writes=True,
    handle=appeal,
    examples={
        "申诉 L1024 那天我不在家": {"ref": "L1024", "reason": "那天我不在家"},
        "我对L1024要申诉，不是我家": {"ref": "L1024", "reason": "不是我家"},
    },
)
