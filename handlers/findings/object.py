"""The command 异议: a supervisor has a record looked at again; from whom it is about it is an appeal."""

from domain.command import Command, Where, Words
from domain.decision import Decision
from domain.query import Book
from domain.request import Request
from domain.roles import BOUND
from handlers.findings.filing import filed


async def object_to(request: Request, book: Book) -> Decision:
    """File the objection, or the appeal where the record is the sender's own."""
    return await filed(request, book, "异议")


command = Command(
    intent="object",
    title="异议",
    words=Words(
        names=("异议",),
        phrases=(
            "(我)?(对)?(提出?|有)?异议(<一下>|编号|单号|记录|这条|这笔|是|为|的|[,，:：\\s])*~({ref:ledger}~{reason:why}?)?",
            "(我)?对(这笔|记录)?{ref:ledger}(这笔|这条|那条|记录)*(提出|有|提|表示|存在)(个|点)?异议~{reason:why}?",
            "{ref:ledger}(这笔|这条|我|那条)*(提出|有|提|存在)?异议~{reason:why}?",
        ),
        quoted="ledger",
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    handle=object_to,
    examples={
        "异议 L1024 证据不足": {"ref": "L1024", "reason": "证据不足"},
        "对L2761有异议，看不清": {"ref": "L2761", "reason": "看不清"},
    },
)
