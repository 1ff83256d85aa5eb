"""A shop, two supervisors and a secretary, and time that passes with all that falls due on the way."""

from datetime import datetime

from bot.clock import SHANGHAI
from tests.conversations.conftest import Community

LINE = "扣分 老王烧烤 占道经营 3"


async def street(community: Community) -> None:
    """Everybody whom a deduction needs."""
    await community.enter("老王烧烤", address="3栋底商2号", kind="merchant")
    await community.enter("罗琼", "supervisor")
    await community.enter("何勇", "supervisor")
    await community.enter("白云", "secretary")


async def passing(community: Community, to: datetime) -> list[str]:
    """What the bot says on the way to a moment."""
    answer = await community.stage.turn({"to": to.isoformat()})
    return community.as_lines(answer["sent"])


def at(month: int, day: int, hour: int = 10, year: int = 2026) -> datetime:
    """A full hour."""
    return datetime(year, month, day, hour, 0, tzinfo=SHANGHAI)
