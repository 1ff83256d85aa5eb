"""The command 导出台账: a workbook with what the sender's role may take home."""

from dataclasses import replace
from datetime import timedelta

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.document_files import attachment_of
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.staff import export_wording as wording
from handlers.staff.exporting import Scope, exported

_KEPT_MS = int(timedelta(days=7).total_seconds() * 1000)


async def report_export(request: Request, book: Book) -> Decision:
    """Write the period's ledger, participation and deductions into one file."""
    scope = _scope(request)
    made = await exported(book, request.rules, request.slot("period") or "this_month", civil(request.now), scope)
    kept = replace(attachment_of(made.sheets, made.name), expires_at=request.at + _KEPT_MS)
    return Decision(Answer(wording.made(made.rows, made.since, made.last, made.whose), file=kept.id), (kept,))


def _scope(request: Request) -> Scope:
    """The secretary takes everything, a supervisor everything without names, a worker the own grid."""
    duties = request.sender.duties
    if any(one.role == "secretary" for one in duties):
        return Scope("")
    worker = next((one for one in duties if one.role == "grid_worker" and one.grid), None)
    if worker is not None:
        return Scope(worker.grid)
    if any(one.role == "supervisor" for one in duties):
        return Scope("", masked=True)
    raise Refusal(wording.NO_GRID)


command = Command(
    intent="report_export",
    title="导出台账",
    words=Words(
        names=(
            "导出",
            "导出台账",
        ),
        phrases=(
            r"(我|给我|帮我|要|想|请)*(导出|导|下载|打印|生成|拉|出|调|发|要|打|做|整)(<一下>|出来|一份|一下子|个|出|给我|来|我|份)*~({period})?<的>?~(积分|网格|全部|我们网格|所有|整个)?<的>?(台账|台帐|报表|汇总表|总表|账本)(出来|给我|<一下>|excel|表|表格|发|明细|了|[,，\s])*~({period})?",
            r"(把|将)?({period})?<的>?~(积分|网格)?<的>?(台账|台帐|报表)(给我|帮我|给|请|我要|[,，\s])*(导出|导|下载|打印|拉|发|导一份|调|打|整)(<一下>|<成>|给我|来|一份|个|我)*",
            "({period})?<的>?(积分|网格)?<的>?(台账|台帐)",
        ),
    ),
    who=frozenset({"grid_worker", "supervisor", "secretary"}),
    where=Where.PRIVATELY,
    handle=report_export,
    examples={"导出 本月台账": {"period": "this_month"}, "导出台账": {}, "把去年的台账导出来": {"period": "last_year"}},
)
