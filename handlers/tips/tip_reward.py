"""The command 领取奖励: a voucher to bearer for whoever holds the receipt, or by setting the month-end pool."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.members import Subject
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import ANYONE
from domain.shop.bearer import HandOutBearer, NextBearer
from domain.tips.effects import TakeReward
from domain.tips.pool import SLOTS, JoinPool, PoolWaits
from domain.tips.queries import RewardOpen
from handlers.tips import wording
from handlers.tips.holding import asked_for, digits, held, said_receipt


async def tip_reward(request: Request, book: Book) -> Decision:
    """The pool where it is offered and wished for, else one of the week's equal codes; the claim is forgotten."""
    if not said_receipt(request):
        return asked_for("领取奖励")
    receipt, today = digits(request), civil(request.now)
    await held(request, book)
    until = await book.answer(RewardOpen(receipt))
    if until is None or until < today:
        raise Refusal(wording.NO_REWARD)
    terms, resident = request.rules.rewards.tip_reward, await _pooled(request, book)
    if resident and "pool" not in request.answers:
        on_no = None if terms.bearer_voucher else wording.NOT_TAKEN
        return Decision(ask=Ask("pool", wording.pool(terms), on_no=on_no, yes="要?入账", no="不入账?|要?领?券"))
    if resident and request.answers["pool"] is True:
        return Decision(Answer(wording.POOLED), (JoinPool(receipt, resident.id, today, terms.carry_months),))
    if not terms.bearer_voucher:
        raise Refusal(wording.POOL_ONLY)
    return await _voucher(request, book, receipt)


async def _pooled(request: Request, book: Book) -> Subject | None:
    """The resident who may choose the pool; shops and units would stand out in it."""
    if not request.rules.rewards.tip_reward.pool:
        return None
    residents = (one for one in request.sender.subjects if one.kind == "resident")
    found = request.subject if request.sender.active and request.subject.kind == "resident" else next(residents, None)
    return found if found and (await book.answer(PoolWaits()) or 0) < SLOTS else None


async def _voucher(request: Request, book: Book, receipt: str) -> Decision:
    today = civil(request.now)
    bearer = await book.answer(NextBearer(today.isoformat()))
    if bearer is None:
        raise Refusal(wording.NO_VOUCHER)
    if "take" not in request.answers:
        words = wording.TAKE.format(points=bearer.points)
        ask = Ask(
            "take",
            words,
            on_no=wording.NOT_TAKEN,
            yes="(?:现在|要|就|我)*领取?",
            no="(?:先|现在)?不领|(?:以后|过几天|等等|下次)再?领",
        )
        return Decision(ask=ask)
    told = Answer(wording.voucher(bearer.code, bearer.points, bearer.until_on))
    return Decision(told, (TakeReward(receipt, today), HandOutBearer(bearer.code)))


command = Command(
    intent="tip_reward",
    title="领取奖励",
    words=Words(
        names=(
            "领取奖励",
            "领奖励",
            "领奖",
        ),
        phrases=(
            r"(我|我们|来|要|想|去|克|申请)*(领取|领|兑|拿|要|取)(<一下>|一个|个|我|那个|这个|的|举报|投诉|了)*(奖励|奖金|奖品|奖|举报奖励|举报奖|红包|积分奖励)(了|<的>|回执|回执号|号码|单号|编号|号|码|是|为|[:：,，。\s])*~({receipt})?(…)",
            "<我>?(那个|这个|之前|上次)?(举报|投诉)?<的>?(奖励|奖金|奖品|奖)(<怎么>|可以|能|给|现在)*(领|拿|取|兑)(到|取)?(吗|不|没|了|嘛)*[^0-9]{0,6}{receipt}(…)",
            "<我>?<的>?(举报)?(奖励|奖金|奖品|奖)(<怎么>|可以|能|给)*(领|拿|取|兑|发)?(吗|不|没|了)*[^0-9]{0,6}{receipt}(…)",
            "…(领取|领|拿|兑)…(奖励|奖金|奖品|奖|举报奖励|举报奖|红包|积分奖励)…{receipt}…",
            r"(我)?(<的>)?(回执|回执号|单号|号码|编号|号)*~{receipt}(的|这个|这条|那个|给我|我|要|想|来|可以|能|[,，\s])*(领取|领|拿|兑|取|有没有|有)…(奖励|奖金|奖品|奖|举报奖励|举报奖|红包|积分奖励)…",
            "…(举报|投诉).{0,6}(奖励|奖金|奖品|奖|举报奖励|举报奖|红包|积分奖励).{0,8}(领|拿|取|兑|发|给)…",
            r"(举报|投诉)(<的>)?(奖励|奖金|奖品|奖|举报奖励|举报奖|红包|积分奖励)(<的>|回执|号码|[:：,，\s])*({receipt})?",
            "(领取|领)(奖励|奖金|奖品|奖|举报奖励|举报奖|红包|积分奖励).{0,4}(<怎么>|在哪).{0,4}",
            "…{receipt}.{0,8}(奖励|奖金|奖品|奖|举报奖励|举报奖|红包|积分奖励)…(领|拿|取|兑)…",
            "…{receipt}.{0,8}(领取|领|拿|取|兑).{0,4}(奖励|奖金|奖品|奖|举报奖励|举报奖|红包|积分奖励)…",
        ),
    ),
    who=ANYONE,
    where=Where.PRIVATE_ONLY,
    confidential=True,
    writes=True,
    handle=tip_reward,
    examples={"领取奖励 3847 1029 5561 0923": {"receipt": "3847102955610923"}, "领奖励": {}},
)
