"""The command 志愿证明: hours by code and by hand apart, with the volunteer's number."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import cast

from domain.activities.activity import AttendedBy
from domain.activities.record import record_of
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.document_files import attachment_of
from domain.period import SHANGHAI, PeriodName, civil, span
from domain.query import Book
from domain.request import Request
from domain.roles import BOUND
from domain.teams.team import VolunteerOf
from handlers.activities import wording

_KEPT_FOR = timedelta(days=30)


async def service_record(request: Request, book: Book) -> Decision:
    """Say what the sender did for others in a period."""
    subject = request.subject
    days = span(cast("PeriodName", request.slot("period") or "this_year"), civil(request.now))
    since, until = (int(datetime.combine(day, time(), SHANGHAI).timestamp() * 1000) for day in (days.since, days.until))
    volunteer = await book.answer(VolunteerOf(subject.id))
    attended = await book.answer(AttendedBy(subject.id, since, until))
    record = record_of(subject.name, volunteer, days, attended)
    if not record.times:
        return Decision(Answer(wording.NO_RECORD))
    sheet = attachment_of(wording.record_sheet(record, civil(request.now)), wording.RECORD_FILE)
    kept = replace(sheet, expires_at=int((request.now + _KEPT_FOR).timestamp() * 1000))
    return Decision(Answer(wording.record(record), file=kept.id), (kept,))


command = Command(
    intent="service_record",
    title="志愿证明",
    words=Words(
        names=("志愿证明",),
        phrases=(
            "(<看>|<一下>|开|打|出|要|给我|个|一份|张)*(<我>)?<的>?({period})?<的>?(志愿|志愿服务|服务)(时长)?(证明|记录|时长)(<看>|<一下>|给我|有|多少|好多|小时|是|开|打|出)*~({period})?",
            "{period}<的>?(志愿|志愿服务)(时长|证明|记录)",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    handle=service_record,
    examples={"志愿证明 今年": {"period": "this_year"}, "志愿证明": {}},
)
