"""转发稿: texts and pictures that a person has to paste into groups that no program may write to, or to confirm."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.web.desk import page_wording
from bot.web.desk.embedding import embedded
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.enrolment import GridsOf
from domain.matters.matter import MatterAt, MattersSince, MoveMatter, OpenMatters, Step
from domain.pasting import CONFIRMING, POSTED, SORT

_LOOK_BACK = timedelta(days=31)


async def _show(visit: Visit) -> Mapping[str, Any]:
    open_ones = await visit.app.store.answer(OpenMatters(sort=SORT))
    since = int((visit.now - _LOOK_BACK).timestamp() * 1000)
    closed = [one for one in await visit.app.store.answer(MattersSince(SORT, since)) if one.closed_at is not None]
    return {
        "grids": {grid.code: grid.name for grid in await visit.app.store.answer(GridsOf())},
        "open": [(one, await embedded(visit, str(one.facts["file"]))) for one in open_ones],
        "closed": sorted(closed, key=lambda one: one.closed_at or 0, reverse=True),
        "posted": POSTED,
        "confirming": CONFIRMING,
    }


async def _posted(visit: Visit) -> Outcome:
    paste = await visit.app.store.answer(MatterAt(visit.field("code")))
    if paste is None or paste.sort != SORT or paste.closed_at is not None:
        return refused(page_wording.NO_PASTE)
    moved = MoveMatter(paste, POSTED, Step(POSTED, role="administrator"), closes=True)
    return Outcome(page_wording.PASTED.format(code=paste.code), (moved,), watches=(paste.watch,))


page = Page("pastes", "转发稿", Part.DAILY, 60, _show, {"posted": Act("转发稿已发出", _posted)})
