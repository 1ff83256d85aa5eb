"""Seven sheets read into a register, with every mistake and every doubt at once."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from domain.register import fact_rows, row_values, sheets, wording
from domain.register.cells import Sheets
from domain.register.doubts import register_doubts, shared_phones
from domain.register.grid_names import GridNames
from domain.register.homes import Homes
from domain.register.mistakes import Notes, RowMistake
from domain.register.row import RowReader
from domain.register.serials import shortened_serials
from domain.register.sheets import BY_NAME, Sheet
from domain.register.table import BLANK, Table, read_table
from domain.register.values import Register, Subject

T = TypeVar("T")
Placed = tuple[tuple[int, T], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the sheets hold (good rows only), what must be mended and what should be looked at."""

    register: Register
    mistakes: list[RowMistake]
    warnings: list[RowMistake]


def examine_register(given: Sheets, known: Register | None = None, today: date | None = None) -> Reading:
    """Read all sheets; ``known`` is the register in force, with its grids; no fact is later than ``today``."""
    notes = Notes()
    tables = _tables(given, notes)
    before = known or Register()
    register, subjects = _register(tables, notes, before, today)
    notes.warnings.extend(shared_phones(subjects))
    notes.warnings.extend(register_doubts(register, before))
    return Reading(register, sorted(notes.mistakes, key=_place), sorted(notes.warnings, key=_place))


def read_register(given: Sheets, known: Register | None = None) -> tuple[Register, list[RowMistake]]:
    """The register of the good rows, and everything that must be mended."""
    reading = examine_register(given, known)
    return reading.register, reading.mistakes


def _tables(given: Sheets, notes: Notes) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    for said, rows in given.items():
        sheet = BY_NAME.get(said.strip())
        if sheet is None:
            notes.warnings.append(RowMistake(said.strip(), 0, "", "", wording.UNKNOWN_SHEET))
        elif any(cell for row in rows for cell in row):
            tables[sheet.name] = read_table(sheet, rows, notes)
            shortened_serials(tables[sheet.name], notes)
    return tables


def _register(
    tables: dict[str, Table], notes: Notes, before: Register, today: date | None
) -> tuple[Register, Placed[Subject]]:
    def values(sheet: Sheet, make: Callable[[RowReader], T | None], key: Callable[[T], Hashable]) -> Placed[T]:
        return tuple(_values(tables.get(sheet.name), make, key, notes))

    grids = values(sheets.GRIDS, row_values.grid_of, lambda one: one.code)
    names = GridNames((*before.grids, *(grid for _, grid in grids)))
    subjects = values(
        sheets.SUBJECTS,
        lambda row: row_values.subject_of(row, names),
        lambda one: (one.kind, one.name, one.grid, one.address),
    )
    staff = values(
        sheets.STAFF,
        lambda row: row_values.staff_of(row, names),
        lambda one: (one.name, one.role, one.grid, one.phone, one.unit),
    )
    teams = values(sheets.TEAMS, row_values.team_of, lambda one: one.name)
    partners = values(sheets.PARTNERS, row_values.partner_of, lambda one: (one.name, one.kind))
    resources = values(sheets.RESOURCES, row_values.resource_of, lambda one: (one.name, one.provider))
    homes = Homes((*before.subjects, *(subject for _, subject in subjects)))
    facts = values(
        sheets.FACTS,
        lambda row: fact_rows.fact_of(row, homes, today),
        lambda one: (one.about, one.fact.field, one.fact.source, one.fact.day),
    )

    def kept(sheet: Sheet, placed: Placed[T]) -> tuple[T, ...]:
        return _kept(tables.get(sheet.name), placed, notes)

    register = Register(
        kept(sheets.GRIDS, grids),
        kept(sheets.SUBJECTS, subjects),
        kept(sheets.STAFF, staff),
        kept(sheets.TEAMS, teams),
        kept(sheets.PARTNERS, partners),
        kept(sheets.RESOURCES, resources),
        kept(sheets.FACTS, facts),
    )
    return register, subjects


def _kept(table: Table | None, placed: Placed[T], notes: Notes) -> tuple[T, ...]:
    """What a sheet brings; nothing where its head is wrong."""
    sound = table is not None and table.start not in notes.bad_rows(table.sheet.name)
    return tuple(value for _, value in placed) if sound else ()


def _values(
    table: Table | None, make: Callable[[RowReader], T | None], key: Callable[[T], Hashable], notes: Notes
) -> Iterator[tuple[int, T]]:
    seen: dict[Hashable, int] = {}
    for row in _rows(table, notes):
        value = make(row)
        if value is None:
            continue
        first = seen.setdefault(key(value), row.number)
        if first != row.number:
            row.wrong("", wording.same_as(first))
        else:
            yield row.number, value


def _rows(table: Table | None, notes: Notes) -> Iterator[RowReader]:
    if table is None:
        return
    columns = table.sheet.columns
    required = frozenset(column.heading for column in columns if column.required and not column.may_be_blank)
    spoilt = notes.bad_rows(table.sheet.name)
    for number, row in table.rows:
        # A row may stop short of its last cells; an absent column was complained about already.
        whole = {heading: row.get(heading, BLANK) for heading in table.headings}
        yield RowReader(table.sheet.name, number, whole, required, notes, number not in spoilt)


def _place(remark: RowMistake) -> tuple[int, int]:
    order = list(BY_NAME)
    return (order.index(remark.sheet) if remark.sheet in order else len(order), remark.row)
