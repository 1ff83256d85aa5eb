"""The sheets of an export: rows of the ledger, participation, counts of deductions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domain.documents import Table, WorkbookSheet
from domain.enrolment import GridsOf
from domain.figures.ledger_rows import MOST, LedgerRow, LedgerRows
from domain.figures.participation import ParticipationIn
from domain.figures.wording import ACCOUNTS, CONTRAS
from domain.findings.settling import MonthCounts
from domain.masking import masked_name
from domain.period import PeriodName, Span, months_before, span
from domain.query import Book
from domain.refusal import Refusal
from domain.rules.rulebook import Rulebook
from handlers.staff import export_wording as wording

Grids = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scope:
    """What somebody may take home: the grid (empty for all), and whether names are covered."""

    grid: str
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """A workbook of a period, and what there is to say about it; both days are included."""

    sheets: WorkbookSheet
    rows: int
    since: str
    last: str
    whose: str

    @property
    def name(self) -> str:
        """What the file is called."""
        return wording.FILE.format(since=self.since, until=self.last)


async def exported(book: Book, rules: Rulebook, period: PeriodName, today: date, scope: Scope) -> Exported:
    """The period's ledger, participation and deductions; refuses where there is nothing, or far too much."""
    days = span(period, today)
    since, last = days.since.isoformat(), min(days.until - timedelta(days=1), today).isoformat()
    rows = await book.answer(LedgerRows(since, days.until.isoformat(), scope.grid))
    if len(rows) > MOST:
        raise Refusal(wording.TOO_MANY)
    if not rows:
        raise Refusal(wording.NOTHING.format(since=since, until=last))
    grids = {one.code: one.name for one in await book.answer(GridsOf()) if scope.grid in {"", one.code}}
    months = months_of(days, today)
    entries = ledger(rows, grids, rules, masked=scope.masked)
    counted = await deductions(book, months, grids, rules)
    sheets = WorkbookSheet((entries, await participation(book, months, grids), counted))
    return Exported(sheets, len(rows), since, last, wording.scope(grids.get(scope.grid, ""), masked=scope.masked))


def months_of(days: Span, today: date) -> tuple[str, ...]:
    """The months of a span that have begun, oldest first."""
    first, found = days.since.replace(day=1), list[str]()
    while first < days.until and first <= today:
        found.append(f"{first:%Y-%m}")
        first = months_before(first, -1)
    return tuple(found)


def ledger(rows: Iterable[LedgerRow], grids: Grids, rules: Rulebook, *, masked: bool) -> Table:
    """The entries, with names or with surnames alone."""
    return Table(wording.LEDGER, wording.LEDGER_HEAD, tuple(_row(one, grids, rules, masked) for one in rows))


def _row(one: LedgerRow, grids: Grids, rules: Rulebook, masked: bool) -> tuple[str, ...]:  # noqa: FBT001 - how names read
    name = masked_name(one.subject) if masked else one.subject.name
    why = wording.UNDONE if one.reverses is not None else CONTRAS[one.contra]
    where = grids.get(one.subject.grid, one.subject.grid)
    what = (ACCOUNTS[one.account], why, title(one.item, rules), *_sides(one.amount), one.by or wording.SYSTEM)
    return (f"L{one.code}", one.occurred_on, where, name, *what)


def _sides(amount: int) -> tuple[str, str]:
    """Without a sign, since a spreadsheet might take one for a formula."""
    return (str(amount), "") if amount > 0 else ("", str(-amount))


def title(code: str, rules: Rulebook) -> str:
    """What people call an item of either list or a reward; its code where the rules no longer hold it."""
    found = rules.item(code) or rules.negative_item(code) or rules.reward(code)
    return found.title if found else code


async def participation(book: Book, months: Iterable[str], grids: Grids) -> Table:
    """Who took part, by month and grid."""
    rows = [
        (month, grids[one.grid], *map(str, (one.subjects, one.active, one.earning, one.declared, one.assigned)))
        for month in months
        for one in await book.answer(ParticipationIn(month))
        if one.grid in grids
    ]
    return Table(wording.PARTICIPATION, wording.PARTICIPATION_HEAD, tuple(rows))


async def deductions(book: Book, months: Iterable[str], grids: Grids, rules: Rulebook) -> Table:
    """How many deductions took effect, by month, grid and item."""
    rows = [
        (month, grids[grid], title(item, rules), str(count))
        for month in months
        for grid, item, count in await book.answer(MonthCounts(month))
        if grid in grids
    ]
    return Table(wording.DEDUCTIONS, wording.DEDUCTIONS_HEAD, tuple(rows))
