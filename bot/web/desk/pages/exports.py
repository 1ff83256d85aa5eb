"""导出: the ledger of a period as a workbook, without names, for whoever looks after the figures."""

from collections.abc import Mapping
from typing import Any, cast

from bot.web.desk import exports_wording as wording
from bot.web.desk.embedding import address_of
from bot.web.desk.page import Page, Part, Visit
from domain.attachments import Attachment
from domain.document_files import attachment_of
from domain.period import PeriodName, civil
from domain.refusal import Refusal
from handlers.staff.exporting import Scope, exported


async def _show(visit: Visit) -> Mapping[str, Any]:
    period = visit.field("period")
    told = await _workbook(visit, cast("PeriodName", period)) if period in wording.PERIODS else {}
    return {"periods": wording.PERIODS, "period": period, "refusal": "", "file": None, **told}


async def _workbook(visit: Visit, period: PeriodName) -> Mapping[str, Any]:
    try:
        # The administrator keeps the computer and is no reader of anybody's points.
        made = await exported(visit.app.store, visit.app.rules, period, civil(visit.now), Scope("", masked=True))
    except Refusal as refusal:
        return {"refusal": str(refusal)}
    kept = attachment_of(made.sheets, made.name)
    written = await visit.app.draw(Attachment(kept.name, kept.body, kept.form))
    if written is None:
        return {"refusal": wording.NOT_WRITTEN}
    return {"file": address_of(written), "made": wording.made(made.rows, made.since, made.last)}


page = Page("exports", "导出", Part.EFFECT, 30, _show)
