"""The command 积分商城: how people ask for it."""

from collections.abc import Iterator, Mapping

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.period import civil
from domain.query import Book
from domain.rating import rate, window_start
from domain.request import Request
from domain.roles import ANYONE
from domain.rules.kinds import SubjectKind
from domain.rules.rewards import Reward
from domain.shop.stock import Stock, StockOf, left_of
from domain.standing import EntriesOf, StandingOf
from handlers.awarding_wording import balances
from handlers.rewards import wording
from handlers.wishing import month_of

_SHOWN = 30


async def show_rewards(request: Request, book: Book) -> Decision:
    """What the points suffice for first, then the rest with what is missing."""
    subject = request.sender.subject
    kind: SubjectKind = subject.kind if subject else "resident"
    rewards = sorted(request.rules.rewards_for(kind), key=lambda one: (one.category == "donation", one.cost, one.code))
    if not rewards:
        return Decision(Answer(wording.NOTHING))
    stock = await book.answer(StockOf(month_of(request)))
    how = wording.HOW.format(title=(rewards[0].aliases or (rewards[0].title,))[0])
    if subject is None:
        lines = [*_available(rewards, stock), how]
    else:
        standing = await book.answer(StandingOf(subject.id))
        today = civil(request.now)
        year = await book.answer(EntriesOf(subject.id, window_start(today).isoformat()))
        line = balances(rate(year, today, request.rules), standing.spendable)
        lines = [subject.name, line, *_for(rewards, stock, standing.spendable), how]
    return Decision(Answer("\n".join(lines)))


def _for(rewards: list[Reward], stock: Mapping[str, Stock], spendable: int) -> Iterator[str]:
    near = [one for one in rewards if one.cost <= spendable]
    far = [one for one in rewards if one.cost > spendable]
    if near:
        yield wording.ENOUGH
        yield from _available(near, stock)
    if far:
        yield wording.STILL
        yield from (wording.too_dear(one, one.cost - spendable) for one in far[:_SHOWN])


def _available(rewards: list[Reward], stock: Mapping[str, Stock]) -> Iterator[str]:
    for one in rewards:
        left = left_of(stock, one.code, one.stock_per_month)
        yield wording.sold_out(one) if left == 0 else wording.affordable(one, left)


command = Command(
    intent="rewards_list",
    title="积分商城",
    words=Words(
        plain=(
            "兑换",
            "积分商城",
            "能换什么",
        ),
        names=(
            "兑换",
            "积分商城",
            "能换什么",
            "兑换目录",
        ),
        hints=("(积分|分|我)&(换|兑|能干|用处|用来|能做|可以做)&(<哪些>|干嘛|干什么|东西|礼品)",),
        phrases=(
            "(积分)?(兑换)",
            "(<看>|<一下>|打开|进|逛)*(积分)?(商城|兑换商城|(?<=积分)(?:商店|超市)|兑换超市|兑换目录|兑换清单|礼品|兑换列表|奖品目录|兑换中心|礼品清单|奖品|兑换表|兑换单)(<看>|<一下>|打开|里|头|面|有|<哪些>|东西|给我|发|单子|目录|现在|都|上|还|可以|能|换|里头|有没有|更新|了|没|的|得|兑|链接|清单|在)*…",
            "(<我>|拿|用|凭|积分|分|<的>|现在|这些|这点|攒|到底|都|用)*(可以|能|能够|可|给能|够|好|拿|还能|还可以|够我)*(换|兑换|兑)(得|到|成|点|取|购)?(些|点|到)?(<哪些>|<有没有>)(东西|礼品|奖品|物品|商品|好东西|好|的|样)*…",
            "(积分|分|攒<的>分|我的分|我<的>?积分)(可以|能|有|拿来|给可以)(拿来|做|干|用来|换|兑换|买|整)*(<哪些>|用)…",
            "…(有|看|瞧|查|发)(看|瞧)?(<哪些>|<一下>|<有没有>)*(东西|礼品|奖品|物品|商品)?(可以|能|够|好)(换|兑换|兑)…",
            "(兑换|换)(什么|礼品|奖品|东西|<的>|目录|清单|有|<哪些>|物品|列表|项目)+",
            "(有|还有)?(<哪些>|<有没有>)(礼品|奖品|兑换<的>|可以换<的>|能换<的>|可换<的>|东西可以换|东西能换|东西换).{0,4}",
            "(积分|分)?(可以|能)?(换|兑换)点?(东西|礼品|礼物|奖品|物品)",
            "(<看>|<一下>)*(可以|能)?(兑换|换)<的>(东西|礼品|奖品|物品)(都|里)?(有|是)?(<哪些>)?",
            "<怎么>(换东西|用积分|花积分|换礼品|使用积分)",
        ),
    ),
    who=ANYONE,
    where=Where.PRIVATELY,
    handle=show_rewards,
    examples={"兑换": {}, "积分商城": {}, "能换什么": {}, "积分可以换些什么东西": {}},
)
