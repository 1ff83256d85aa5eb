"""The command 我的兑换券: how people ask for it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.query import Book
from domain.request import Request
from domain.roles import BOUND
from domain.shop.fifo import Share, SpendableOf, payments
from domain.shop.voucher import Voucher, VouchersOf
from handlers.rewards import wording

_SINCE = timedelta(days=120)
_DEEDS, _CLOSED = 3, 5


async def show_vouchers(request: Request, book: Book) -> Decision:
    """What is good, with the deeds that paid for it, then the last ones that are not."""
    subject = request.subject
    since = int((request.now - _SINCE).timestamp() * 1000)
    found = await book.answer(VouchersOf(subject.id, since))
    if not found:
        return Decision(Answer(wording.NO_VOUCHERS))
    movements = await book.answer(SpendableOf(subject.id))
    shares = payments(movements)
    paid = {one.source: shares.get(one.seq, ()) for one in movements if one.amount < 0}
    lines = [subject.name]
    for one in found:
        if one.state == "issued":
            lines += [wording.line(one), *_deeds(request, paid, one)]
    lines += [wording.line(one) for one in [one for one in found if one.state != "issued"][-_CLOSED:]]
    return Decision(Answer("\n".join(lines)))


def _deeds(request: Request, paid: Mapping[str, Sequence[Share]], voucher: Voucher) -> list[str]:
    shares = paid.get(voucher.source, ())
    if not shares:
        return []
    items = [(request.rules.item(share.earned.item), share) for share in shares[:_DEEDS]]
    named = [(item.title if item else share.earned.item, share) for item, share in items]
    return [wording.paid_by(named, more=len(shares) > _DEEDS)]


command = Command(
    intent="vouchers",
    title="我的兑换券",
    words=Words(
        plain=(
            "我的兑换券",
            "我的券",
        ),
        names=(
            "我的兑换券",
            "我的券",
            "兑换券",
        ),
        hints=("(券|卷|劵|兑换码)&(<我>|换)&(<看>|<哪些>|几|哪|没用|剩|在)",),
        phrases=(
            "(<看>|<一下>|个|帮我|给我)*(<我>)?(手里|手上|现在|目前|还|有|账户|里|名下)*<的>?(那些|那个|所有|全部|没用<的>?|未用<的>?|可用<的>?)*(兑换券|兑换码|优惠券|券码|代金券|抵用券|卡券|券|卷|劵|兑换卷|兑换劵)(<看>|<一下>|有|还|<哪些>|没用|发|给我|能用|是|都|哪|里|点|在|过期|了|没|张|可以|用|几|得|的|吗|情况)*",
            "…<我>.{0,10}(券|兑换码).{0,12}",
            "…(换|兑|领)(过|了|得|到)*<的>.{0,6}(券|兑换码)…",
            "…(<我>|还|剩|没用|有).{0,6}(几|好多|多少|哪些|哪几)张.{0,6}券…",
            "(有|还有|还剩)(<哪些>|几张|好多张|多少张)?(没用|能用|可用)?<的>?(兑换)?券…",
            "(兑换)?券(在)?(哪里|哪点|<怎么>)(看|查|找|用)?…",
            "(看|查|瞧)…(我).{0,4}券…",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    handle=show_vouchers,
    examples={"我的兑换券": {}, "我的券": {}, "看看我换的券": {}},
)
