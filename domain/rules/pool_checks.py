"""Checks of the month-end pool, where it is turned on: it must be able to pay, and at no moment of its own."""

import math
from collections.abc import Iterator
from datetime import time
from typing import Final

from domain.mistake import Mistake
from domain.rules import wording
from domain.rules.book_checks import REWARDS
from domain.rules.catalogue import Item
from domain.rules.rewards import TipReward

_DAY, _TIME = "last", time(20, 10)
_WHEN: Final = {"post_day": 'post_day = "last"', "post_time": 'post_time = "20:10"'}


def check_pool(reward: TipReward, item: Item) -> Iterator[Mistake]:
    """Every mistake that would keep the pool from paying."""
    if "resident" not in item.subjects or not item.redeemable:
        yield Mistake(REWARDS, "tip_reward.item", wording.POOL_ITEM.format(item=item.code))
    for name, wanted in (("post_day", _DAY), ("post_time", _TIME)):
        if getattr(reward, name) != wanted:
            yield Mistake(REWARDS, f"tip_reward.{name}", wording.POOL_TIME.format(wanted=_WHEN[name]))
    least = reward.min_batch_accounts
    if reward.cover_per_month < least:
        yield Mistake(REWARDS, "tip_reward.cover_per_month", wording.POOL_COVER.format(bound=least))
    elif int(least * reward.max_tip_share) < 1:
        bound = math.ceil(100 / least) / 100
        yield Mistake(REWARDS, "tip_reward.max_tip_share", wording.POOL_SHARE.format(bound=bound))
