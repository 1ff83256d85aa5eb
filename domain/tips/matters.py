"""A tip-off as 今日 and 核实 see it: as a matter, although it is not kept among them."""

from datetime import date, datetime, time, timedelta

from domain.matters.matter import Holder, Matter
from domain.period import SHANGHAI
from domain.tips.case import Recipient, TipCase
from domain.tips.wording import line

VISIT_DAYS, VERDICT_DAYS = 3, 10


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time(), SHANGHAI).timestamp() * 1000)


def due_on(case: TipCase, today: date) -> date:
    """Until when the recipients should have been there; once they asked, confirmed or let that pass, have decided."""
    since = case.handed_on or case.opened_on
    visit = since + timedelta(days=VISIT_DAYS)
    return visit if case.state == "handed" and today <= visit else since + timedelta(days=VERDICT_DAYS)


def as_matter(case: TipCase, recipient: Recipient, today: date) -> Matter:
    """The case in a recipient's list; its watch is the case's own."""
    return Matter(
        code=case.code,
        sort="tip",
        state=case.state,
        subject=0,
        grid=case.grid,
        holder=Holder(recipient.role, recipient.person),
        line=line(case),
        concerns=(),
        opened_at=_midnight(case.handed_on or case.opened_on),
        due_at=_midnight(due_on(case, today) + timedelta(days=1)) - 1,
        closed_at=None if case.closed_on is None else _midnight(case.closed_on),
        facts={},
        version=case.version,
    )
