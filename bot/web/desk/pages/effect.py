"""效果: what each item of the negative list brought about in the last twelve months."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from bot.web.desk.page import Page, Part, Visit
from domain.figures.effect import MONTHS, effects
from domain.findings import states
from domain.findings.timing import milliseconds
from domain.matters.matter import MattersSince
from domain.period import SHANGHAI, civil, months_before


async def _show(visit: Visit) -> Mapping[str, Any]:
    since = datetime.combine(months_before(civil(visit.now), MONTHS), time(), SHANGHAI)
    found = await visit.app.store.answer(MattersSince(states.SORT, milliseconds(since)))
    return {"rows": effects(found, visit.app.rules)}


page = Page("effect", "效果", Part.EFFECT, 20, _show)
