"""调解: how mediations ended; what they were about is not shown here."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk import service_wording as wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.matters.matter import MatterAt, OpenMatters
from domain.period import civil
from domain.services.service import CLAIMED, DISPUTE, REPORTED
from handlers.services.entering import outcome, voiding

_TALKED_OVER = frozenset({CLAIMED, REPORTED})


async def _show(visit: Visit) -> Mapping[str, Any]:
    found = await visit.app.store.answer(OpenMatters(sort=DISPUTE))
    return {"open": found, "states": wording.STATES, "talked_over": _TALKED_OVER}


async def _enter(visit: Visit) -> Outcome:
    matter = await visit.app.store.answer(MatterAt(visit.field("code")))
    if matter is None or matter.sort != DISPUTE or matter.state not in _TALKED_OVER:
        return refused(wording.NOT_OPEN)
    settled, finding = visit.field("outcome") == "settled", visit.field("finding").upper()
    store, today = visit.app.store, civil(visit.now)
    more = await voiding(store, matter, finding) if settled and finding else ()
    if more is None:
        return refused(wording.NO_FINDING)
    effects = await outcome(store, visit.app.rules, matter, today, settled=settled)
    return Outcome(wording.ENTERED, (*effects, *more), watches=(matter.watch,))


page = Page("mediation", "调解", Part.SUBTRACT, 30, _show, {"enter": Act("登记调解结果", _enter)})
