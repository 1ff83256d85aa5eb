"""活动: what is coming and what just was, how many signed up, the codes to read out, and calling one off."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.web.desk import page_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.activities.activity import (
    ActivitiesBetween,
    ActivityAt,
    AttendancesOf,
    MoveActivity,
    SignUpsOf,
    milliseconds,
)
from domain.activities.wording import KINDS, cancelled, seats, when
from domain.decision import Say, Target, Urgency
from domain.enrolment import GridsOf

_BACK = timedelta(days=2)


async def _show(visit: Visit) -> Mapping[str, Any]:
    store = visit.app.store
    rows = []
    for one in await store.answer(ActivitiesBetween(milliseconds(visit.now - _BACK))):
        line = await store.answer(SignUpsOf(one.number))
        counts = {state: sum(place.state == state for place in line) for state in ("in", "waiting")}
        there = len(await store.answer(AttendancesOf(one.number)))
        rows.append((one, counts, there, one.state == "open" and one.plan.starts_at > visit.ms))
    grids = {grid.code: grid.name for grid in await store.answer(GridsOf())}
    return {"rows": rows, "grids": grids, "kinds": KINDS, "when": when, "seats": seats}


async def _cancel(visit: Visit) -> Outcome:
    activity = await visit.app.store.answer(ActivityAt(visit.number("number")))
    if activity is None or activity.state != "open" or activity.plan.starts_at <= visit.ms:
        return refused(page_wording.GONE)
    words = cancelled(activity)
    line = await visit.app.store.answer(SignUpsOf(activity.number))
    told = [Target("subject", str(one.subject)) for one in line if one.state != "left"]
    told = [*told, activity.organiser.target]
    says = [Say(target, words, urgency=Urgency.NOTICE, expires_at=activity.plan.stretch.end) for target in told]
    group = Say(Target("grid", activity.plan.grid), words, urgency=Urgency.PUBLIC)
    moved = MoveActivity(activity.number, "cancelled", activity.done)
    words = page_wording.CALLED_OFF.format(number=activity.number)
    return Outcome(words, (moved, *says, group), watches=(activity.watch,))


page = Page("activities", "活动", Part.MULTIPLY, 10, _show, {"cancel": Act("取消活动", _cancel)})
