"""The command 导出台账: a workbook with what the sender's role may take home."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import cast

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.document_files import attachment_of
from domain.documents import WorkbookSheet
from domain.enrolment import GridsOf
from domain.figures.ledger_rows import MOST, LedgerRow, LedgerRows
from domain.period import PeriodName, Span, civil, span
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.staff import export_wording as wording
from handlers.staff.exporting import deductions, ledger, months_of, participation

_KEPT_MS = int(timedelta(days=7).total_seconds() * 1000)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a role may take home: the grid (empty for all), and whether names are covered."""

    grid: str
    masked: bool = False


async def report_export(request: Request, book: Book) -> Decision:
    """Write the period's ledger, participation and deductions into one file."""
    scope = _scope(request)
    days = span(cast("PeriodName", request.slot("period") or "this_month"), civil(request.now))
    since, until = days.since.isoformat(), days.until.isoformat()
    last = min(days.until - timedelta(days=1), civil(request.now)).isoformat()
    rows = await book.answer(LedgerRows(since, until, scope.grid))
    if len(rows) > MOST:
        raise Refusal(wording.TOO_MANY)
    if not rows:
        raise Refusal(wording.NOTHING.format(since=since, until=last))
    grids = {one.code: one.name for one in await book.answer(GridsOf()) if scope.grid in {"", one.code}}
    sheets = await _sheets(request, book, (scope, days, grids), rows)
    kept = attachment_of(sheets, wording.FILE.format(since=since, until=last))
    kept = replace(kept, expires_at=request.at + _KEPT_MS)
    name = wording.scope(grids.get(scope.grid, ""), masked=scope.masked)
    return Decision(Answer(wording.made(len(rows), since, last, name), file=kept.id), (kept,))


async def _sheets(
    request: Request, book: Book, about: tuple[_Scope, Span, dict[str, str]], rows: tuple[LedgerRow, ...]
) -> WorkbookSheet:
    scope, days, grids = about
    months = months_of(days, civil(request.now))
    entries = ledger(rows, grids, request.rules, masked=scope.masked)
    counted = await deductions(book, months, grids, request.rules)
    return WorkbookSheet((entries, await participation(book, months, grids), counted))


def _scope(request: Request) -> _Scope:
    """The secretary takes everything, a supervisor everything without names, a worker the own grid."""
    duties = request.sender.duties
    if any(one.role == "secretary" for one in duties):
        return _Scope("")
    worker = next((one for one in duties if one.role == "grid_worker" and one.grid), None)
    if worker is not None:
        return _Scope(worker.grid)
    if any(one.role == "supervisor" for one in duties):
        return _Scope("", masked=True)
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
