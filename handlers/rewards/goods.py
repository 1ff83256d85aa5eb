"""Which reward people mean, how many of it, and what stands against it."""

from datetime import datetime

from domain.members import Subject
from domain.period import SHANGHAI, civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.rules.rewards import Reward
from domain.shop.stock import StockOf, left_of
from domain.shop.voucher import VouchersOf
from domain.standing import StandingOf
from handlers.rewards import wording
from handlers.subjects import CHOICES, Choice
from handlers.wishing import month_of, unmet


async def reward_meant(request: Request, book: Book, subject: Subject) -> Reward | Choice:
    """The reward of the subject's kind; the nearest three, where the words are no name."""
    said = str(request.answers.get("item") or request.slot("item") or "")
    found = request.rules.find_rewards(subject.kind, said)
    if found.exact:
        return found.exact
    if not found.near:
        there = await _to_be_had(request, book, subject)
        raise Refusal(wording.unknown(said, there), unmet(request, "reward", "", "not_offered"))
    return Choice(tuple(one.title for one in found.near[:CHOICES]))


async def _to_be_had(request: Request, book: Book, subject: Subject) -> list[Reward]:
    """What is in stock and within the subject's points, the best first."""
    spendable = (await book.answer(StandingOf(subject.id))).spendable
    stock = await book.answer(StockOf(month_of(request)))
    fitting = [
        one
        for one in request.rules.rewards_for(subject.kind)
        if one.category != "donation" and one.cost <= spendable and left_of(stock, one.code, one.stock_per_month) != 0
    ]
    return sorted(fitting, key=lambda one: (-one.cost, one.code))[:CHOICES]


def count_meant(request: Request) -> int:
    """How many pieces; one where nobody said."""
    said = request.slot("quantity")
    if request.reading.oddities or (said is not None and int(said) <= 0):
        raise Refusal(wording.WHOLE_NUMBER)
    return 1 if said is None else int(said)


async def check_limits(request: Request, book: Book, reward: Reward, count: int) -> None:
    """Refuse more than a subject may have in a month."""
    first = datetime.combine(civil(request.now).replace(day=1), datetime.min.time(), SHANGHAI)
    since = int(first.timestamp() * 1000)
    had = [one for one in await book.answer(VouchersOf(request.subject.id, since)) if one.state != "returned"]
    own = sum(one.reward == reward.code for one in had)
    limit = request.rules.rewards.policy.per_subject_redemptions_per_month
    wish = unmet(request, "reward", reward.code, "limit")
    if reward.per_subject_per_month and own + count > reward.per_subject_per_month:
        raise Refusal(wording.too_many(reward, reward.per_subject_per_month, own), wish)
    if len(had) + count > limit:
        raise Refusal(wording.month_full(limit, len(had)), wish)


async def left(request: Request, book: Book, reward: Reward) -> int | None:
    """How many pieces are left this month; None where there is no limit."""
    return left_of(await book.answer(StockOf(month_of(request))), reward.code, reward.stock_per_month)
