"""The command 月结: the month's draft for the management group, and its votes."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.findings.settling import MonthClosed, belonging
from domain.findings.states import SORT
from domain.matters.matter import OpenMatters
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.findings import settlement_wording as wording
from handlers.findings.settlement_ruling import month_meant, open_settlement, seat, vote


async def review(request: Request, book: Book) -> Decision:
    """Show the draft, or take a vote on it."""
    duty = seat(request)
    month = month_meant(request)
    settlement = await open_settlement(book, month)
    if settlement is None:
        closed = await book.answer(MonthClosed(month))
        raise Refusal(wording.no_draft(month) if closed is None else wording.closed(month))
    if choice := request.slot("choice"):
        return await vote(request, book, settlement, choice == "approve", str(request.slot("note") or ""))
    found = belonging(await book.answer(OpenMatters(sort=SORT)), month)
    shown = [one for one in found if duty.serves(one.grid)]
    return Decision(Answer("", wording.draft(month, shown, settlement.steps, masked=duty.role == "supervisor")))


command = Command(
    intent="settlement_review",
    title="月结",
    words=Words(
        names=("月结",),
        phrases=(
            "(<看>|审核?|审批|复核)*(月结|月度结算|月度审核)~({period})?<的>?~({choice}(票)?{note:remark}?)?",
            "({period})<的>?(月结|月度结算)~({choice}(票)?{note:remark}?)?",
        ),
    ),
    who=frozenset({"grid_worker", "supervisor", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    handle=review,
    examples={
        "月结 上个月": {"period": "last_month"},
        "月结 上个月 同意": {"period": "last_month", "choice": "approve"},
        "月结 上个月 反对 数不对": {"period": "last_month", "choice": "reject", "note": "数不对"},
    },
)
