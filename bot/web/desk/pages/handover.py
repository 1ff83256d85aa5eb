"""移送: what the law punishes goes to the authority, with its receipt; names are not shown here."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk import handover_wording as wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.findings.handing_over import SORT, Receipt, may_go, proposed
from domain.matters.matter import MatterAt, MattersSince, OpenMatters
from handlers.findings.handover_wording import card, line
from handlers.pairing import shown_to_two

_LONGEST = 40


async def _show(visit: Visit) -> Mapping[str, Any]:
    found = await visit.app.store.answer(MattersSince(SORT, 0))
    return {"rows": tuple(reversed(found)), "states": wording.STATES, "authorities": wording.AUTHORITIES}


async def _enter(visit: Visit) -> Outcome:
    code, authority, number = visit.field("code").upper(), visit.field("authority"), visit.field("receipt")
    if authority not in wording.AUTHORITIES or not 0 < len(number) <= _LONGEST:
        return refused(wording.NO_RECEIPT)
    store = visit.app.store
    finding = await store.answer(MatterAt(code))
    if finding is None or not may_go(finding):
        return refused(wording.NO_FINDING)
    if any(one.facts["about"] == code for one in await store.answer(OpenMatters(sort=SORT))):
        return refused(wording.RUNNING.format(code=code))
    receipt = Receipt(authority, number)
    about = line(finding, receipt)
    told = await shown_to_two(store, finding.grid, finding.concerns, card(about))
    effects = (proposed(finding, receipt, about), *told)
    return Outcome(wording.ASKED.format(code=code), effects, watches=(finding.watch,))


page = Page("handover", "移送", Part.SUBTRACT, 40, _show, {"enter": Act("登记移送", _enter)})
