"""Partners, rooms and teams for conversations, put in as an import would."""

import json

from domain.decision import Unit
from domain.enrolment import EnrolListing
from tests.conversations.conftest import Community


async def offer(community: Community, sheet: str, name: str, **facts: object) -> None:
    """One row of the sheets 合伙人, 资源 or 志愿队."""
    row = EnrolListing(sheet, name, json.dumps(facts, ensure_ascii=False))  # type: ignore[arg-type]
    await community.app.store.post(Unit(None, (row,)))


async def lawyer(community: Community) -> None:
    """尹正平, a 能人 with the skill 法律咨询."""
    await community.enter("尹正平", "partner", address="3栋1单元702")
    await offer(community, "partner", "尹正平", kind="talent", skills=["法律咨询"], offers="每周六义务咨询")


async def school(community: Community) -> None:
    """龙江小学, which lends its room 多媒体教室."""
    await community.enter("龙江小学", kind="public_unit", address="龙江路8号")
    await offer(community, "partner", "龙江小学", kind="public_unit", offers="多媒体教室、操场", until="2026-12-31")
    await offer(
        community,
        "resource",
        "多媒体教室",
        provider="龙江小学",
        place="龙江小学一楼",
        open_times="周六、周日 9:00-17:00",
        slot_minutes=120,
        seats=60,
        lead_hours=24,
    )
