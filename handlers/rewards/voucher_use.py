"""The command 核销: how people ask for it."""

import re
from datetime import datetime

from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.members import Duty, SubjectAt
from domain.partners import PartnersOf, ResourcesOf
from domain.period import SHANGHAI, civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.shop.bearer import BearerAt, SpendBearer
from domain.shop.offers import may_use
from domain.shop.voucher import MoveVoucher, Voucher, VoucherAt
from handlers.rewards import wording

_CODE = re.compile("V[0-9A-Z]{7}")


async def take(request: Request, book: Book) -> Decision:
    """Whoever offers the reward takes the voucher, once; both sides are told."""
    code = str(request.slot("code") or request.answers.get("code") or "")
    if not code:
        return Decision(ask=Ask("code", wording.NO_CODE, "text"))
    code = re.sub(r"[^0-9A-Z]", "", code.upper())
    voucher = await book.answer(VoucherAt(code)) if _CODE.fullmatch(code) else None
    if voucher is None:
        return await _to_bearer(request, book, code)
    duty = await _lender(request, book, voucher) or await _duty(request, book, voucher)
    if duty is None:
        raise Refusal(wording.BAD_CODE)
    if voucher.state != "issued" or voucher.until_on < civil(request.now).isoformat():
        raise Refusal(wording.BAD_CODE_SINCE.format(day=_since(voucher)))
    told = Say(Target("subject", str(voucher.subject)), wording.was_used(voucher), urgency=Urgency.NOTICE)
    return Decision(Answer(wording.used(voucher)), (MoveVoucher(voucher, "used", duty.person), told))


async def _lender(request: Request, book: Book, voucher: Voucher) -> Duty | None:
    """The duty of somebody whose unit lends the room that was booked with it."""
    rooms = await book.answer(ResourcesOf()) if voucher.place else ()
    provider = next((one.provider for one in rooms if one.name == voucher.place), "")
    lending = [one for one in request.sender.duties if one.role in {"partner", "property"} and one.unit == provider]
    return lending[0] if provider and lending else None


async def _duty(request: Request, book: Book, voucher: Voucher) -> Duty | None:
    """The duty under which the sender takes this voucher; None where there is none."""
    reward = request.rules.reward(voucher.reward)
    owner = await book.answer(SubjectAt(voucher.subject))
    if reward is None or owner is None:
        return None
    today = civil(request.now)
    partners = tuple(one for one in await book.answer(PartnersOf()) if one.holds(today))
    return next((one for one in request.sender.duties if may_use(one, reward, owner.grid, partners)), None)


async def _to_bearer(request: Request, book: Book, code: str) -> Decision:
    """A voucher to bearer belongs to nobody: it is taken for goods, and its row is gone."""
    found = await book.answer(BearerAt(code, civil(request.now).isoformat()))
    if found is None:
        raise Refusal(wording.BAD_CODE)
    return Decision(Answer(wording.BEARER_USED.format(points=found.points)), (SpendBearer(code),))


def _since(voucher: Voucher) -> str:
    """The day on which it stopped being good."""
    if voucher.moved_at is None:
        return wording.day(datetime.fromisoformat(voucher.until_on).date())
    return wording.day(civil(datetime.fromtimestamp(voucher.moved_at / 1000, SHANGHAI)))


command = Command(
    intent="voucher_use",
    title="核销",
    words=Words(
        names=("核销",),
        phrases=(
            "(我|来|要|去|给|帮|客人|顾客|居民|他|她|这张|这个|那张|兑换券|券|的)*(核销|验券|销券|核验|验一?下券|核一?下)(<一下>|一张|张|这张|那张|这个|那个|券|兑换券|掉|客人|个|的|号|码|券码|居民|顾客|优惠|理发|了|是)*[:：]?~({code:voucher}(…))?",
            r"…{code:voucher}[,，\s]*(给我|帮我|请|要|来|麻烦)*(核销|验券|核一?下)(<一下>|掉|了)*",
            r"(把|将|给)?(这张|券|券码|兑换券|这个)*~{code:voucher}(这张|这个|的|券|给我|给|帮我|请|要|[,，\s])*(核销|核一?下|验券|用掉|销掉|核验|销)(<一下>|掉|了)*",
        ),
    ),
    who=frozenset({"partner", "property", "grid_worker", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    handle=take,
    examples={"核销 V8K2 M4QX": {"code": "V8K2M4QX"}, "核销": {}},
)
