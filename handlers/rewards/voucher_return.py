"""The command 退券: how people ask for it."""

from datetime import datetime, timedelta

from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.findings.undoing import reversals
from domain.ledger import Hand
from domain.members import SubjectAt
from domain.period import SHANGHAI, civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from domain.shop.times import moment_of
from domain.shop.voucher import MoveVoucher, PaymentAt, Voucher, VoucherAt, VouchersOf
from domain.standing import StandingOf
from handlers.rewards import wording
from handlers.wishing import month_of

_LENGTH = 8


async def give_back(request: Request, book: Book) -> Decision:
    """Take a voucher back in its time: points, stock and booked time return as they were."""
    found = await _meant(request, book)
    if isinstance(found, Ask):
        return Decision(ask=found)
    if found.state != "issued":
        moved = civil(_moment(found.moved_at)) if found.moved_at else None
        raise Refusal(wording.not_open(found, moved))
    if not _in_time(request, found):
        raise Refusal(wording.too_late(found))
    payment = await book.answer(PaymentAt(found.source))
    standing = await book.answer(StandingOf(found.subject))
    if payment is None:
        raise Refusal(wording.UNKNOWN)
    owner = await book.answer(SubjectAt(found.subject))
    back = reversals((payment,), Hand(grid=owner.grid if owner else ""), civil(request.now))
    reward = request.rules.reward(found.reward)
    month, stock = (month_of(request), reward.stock_per_month) if found.month and reward else ("", 0)
    moved_back = MoveVoucher(found, "returned", back=month, stock=stock)
    words = wording.returned(found, standing.spendable + found.cost)
    return Decision(Answer(words), (*back, moved_back), (standing.watch,))


async def _meant(request: Request, book: Book) -> Voucher | Ask:
    """The voucher of the code; without one the only one that may be returned, else the question which."""
    own = {one.id for one in request.sender.subjects}
    said = str(request.answers.get("code") or request.slot("code") or "").replace(" ", "")[:_LENGTH]
    if said:
        found = await book.answer(VoucherAt(said))
        if found is None or found.subject not in own:
            raise Refusal(wording.UNKNOWN)
        return found
    mine = await book.answer(VouchersOf(request.subject.id))
    able = [one for one in mine if one.state == "issued" and _in_time(request, one)]
    if not able:
        raise Refusal(wording.NOTHING_TO_RETURN)
    if len(able) == 1:
        return able[0]
    return Ask(
        "code", wording.WHICH_RETURN, "choice", tuple(f"{wording.spaced(one.code)} {one.title}" for one in able[:9])
    )


def _in_time(request: Request, voucher: Voucher) -> bool:
    """Within a day of the exchange; what is booked until a day before its time."""
    hours = timedelta(hours=request.rules.rewards.policy.cancel_refund_hours)
    if voucher.start:
        return request.now + hours <= moment_of(voucher.start)
    return request.now <= _moment(voucher.issued_at) + hours


def _moment(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, SHANGHAI)


command = Command(
    intent="voucher_return",
    title="退券",
    words=Words(
        names=("退券",),
        phrases=(
            "(我)?(退券|退掉|退回|退还|退)(<一下>|这张|券|兑换券|掉|一张|张)*~({code:voucher}(…))?",
            r"(把|将)?(券|这张|券码)*~{code:voucher}(这张|的|券|我|给我|帮我|要|想|不要了|[,，\s])*(退)(券|掉|了|<一下>|回去)*",
            "(不想|不要)(换|用)了.{0,4}退券",
        ),
        quoted="voucher",
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    handle=give_back,
    examples={"退券 V8K2M4QX": {"code": "V8K2M4QX"}},
)
