"""What the tests of activities share: announcing one, and letting time go on."""

from datetime import datetime

from bot.channels.simulator.timeline import Shown
from bot.clock import SHANGHAI
from domain.activities.activity import ActivityAt
from domain.decision import Unit
from domain.members import FindSubjects
from tests.conversations.conftest import Community

ONE_LINE = "发布活动 周六清扫楼道 时间 11月28日9点到11点 地点 3栋门口 名额 {seats}"


async def post(community: Community, *effects: object) -> None:
    await community.app.store.post(Unit(None, effects, at=int(community.clock.now().timestamp() * 1000)))


async def announced(community: Community, seats: object = 20) -> None:
    await community.say("段家荣", ONE_LINE.format(seats=seats))
    await community.say("段家荣", "是")


async def until(community: Community, day: int, hour: int, minute: int = 0) -> list[Shown]:
    """The calendar and the clock go on to a moment of November."""
    to = datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI).isoformat()
    sent: list[Shown] = (await community.stage.turn({"to": to}))["sent"]
    return sent


async def subject(community: Community, name: str) -> int:
    (found,) = await community.app.store.answer(FindSubjects(name))
    return found.id


async def codes(community: Community) -> tuple[str, str]:
    activity = await community.app.store.answer(ActivityAt(1))
    assert activity
    return activity.in_code, activity.out_code
