"""兑换: the stock of this month, what was issued, and a month in figures."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk import rewards_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.period import civil, months_before
from domain.shop.stock import AddStock, ShopFigures, StockOf, fresh

_MOST = 10_000


def _month(visit: Visit) -> str:
    return f"{civil(visit.now):%Y-%m}"


async def _show(visit: Visit) -> Mapping[str, Any]:
    shop = visit.app.rules.rewards
    stock = await visit.app.store.answer(StockOf(_month(visit)))
    last = f"{months_before(civil(visit.now), 1):%Y-%m}"
    months = [(month, await visit.app.store.answer(ShopFigures(month))) for month in (_month(visit), last)]
    limited = [one for one in shop.rewards if one.stock_per_month]
    return {
        "month": _month(visit),
        "rows": [(one, stock.get(one.code) or fresh(one.stock_per_month)) for one in limited],
        "low": shop.policy.low_stock_alert,
        "months": [(month, figures, sum(one.points for one in figures)) for month, figures in months],
        "titles": {one.code: one.title for one in shop.rewards},
        "most": _MOST,
    }


async def _add(visit: Visit) -> Outcome:
    reward = visit.app.rules.reward(visit.field("reward"))
    said = visit.field("count")
    count = int(said) if said.removeprefix("-").isdecimal() and len(said) < 8 else 0
    if reward is None or not reward.stock_per_month or not 0 < abs(count) <= _MOST:
        return refused(rewards_wording.NO_COUNT)
    found = (await visit.app.store.answer(StockOf(_month(visit)))).get(reward.code)
    left = (found.left if found else reward.stock_per_month) + count
    if left < 0:
        return refused(rewards_wording.BELOW.format(title=reward.title, left=left - count))
    effect = AddStock(reward.code, _month(visit), count, reward.stock_per_month)
    return Outcome(rewards_wording.ADDED.format(title=reward.title, left=left), (effect,))


page = Page("rewards", "兑换", Part.ADD, 10, _show, {"add": Act("改兑换库存", _add)})
