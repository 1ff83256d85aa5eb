"""The month-end pool within the year: deeds of many, claims, batches on last evenings; and its hasty opposite."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.rules.loader import load_rules
from domain.awarding import Award
from domain.ledger import Hand
from domain.tips.pool import DropPoolKeys, JoinPool, ReleasePool
from tests.tips.linkage.world import Truth, World

RULES = load_rules(None)
TERMS = RULES.rewards.tip_reward
R34 = RULES.item(TERMS.item)
DEED = next(item for item in RULES.catalogue.items if not item.redeemable and "resident" in item.subjects)
_ACTIVE = 0.4
"""The share of residents who do something in a month."""


async def deeds(world: World, at: datetime, share: float = _ACTIVE) -> None:
    """What many did, from lists of those who came, in one unit."""
    chosen = [number for number in range(1, len(world.people) + 1) if world.chance.random() < share]
    hand, day = Hand(901, "grid_worker", "2"), at.date()
    awards = (Award(number, DEED, 1, f"list:{day}:{number}", hand, day, "v1") for number in chosen)
    await world.post(at, *(entry for award in awards for entry in award.entries()))


async def claim(world: World, truth: Truth, at: datetime) -> None:
    """As the committer posts it: under the day alone."""
    number = world.people.index(truth.reporter) + 1
    midnight = at.replace(hour=0, minute=0, second=0)
    await world.post(midnight, JoinPool(truth.receipt, number, at.date(), TERMS.carry_months))
    truth.pooled = True


async def book(world: World, at: datetime) -> None:
    """The batch, and after it the end of its key."""
    assert R34 is not None
    await world.post(at, ReleasePool(at.date(), TERMS, R34, "v1"))
    await world.post(at, DropPoolKeys())


async def pay_at_once(world: World, truth: Truth, at: datetime) -> None:
    """The neutral item alone, without company and without waiting: what the pool must do better than."""
    assert R34 is not None
    number = world.people.index(truth.reporter) + 1
    award = Award(number, R34, 5, f"monthly:{truth.code}", Hand(grid="2"), at.date(), "v1")
    await world.post(at, *(replace(one, source=f"monthly:{number}{at}") for one in award.entries()))
    truth.pooled = True


def is_last(day: date) -> bool:
    """True on a month's last day."""
    return (day + timedelta(days=1)).day == 1
