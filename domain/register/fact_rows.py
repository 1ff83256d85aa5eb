"""A row of 资料: what a visit, an inspection or a list tells of a subject, None where it holds a mistake."""

from datetime import date

from domain.facts import Fact, Field, Source, kept_of
from domain.numerals import fold
from domain.register import sheets, wording
from domain.register.homes import Homes
from domain.register.row import RowReader
from domain.register.values import KnownFact, Subject

_NAME, _BASIS = 40, 30


def fact_of(row: RowReader, homes: Homes, today: date | None) -> KnownFact | None:
    """The row, with every mistake in it noted; nobody knows on ``today`` what comes later."""
    about = _about(row, homes)
    source = row.one_of("来源", sheets.SOURCES)
    basis, day = _basis(row, source), row.day("日期")
    if day and today and day > today:
        row.wrong("日期", wording.NOT_YET)
    if row.one_of("同意", sheets.YES_NO) is not True and source == "visit":
        row.wrong("同意", wording.NO_CONSENT)
    field = _field(row, about)
    value = _value(row, field)
    if about is None or field is None or source is None or day is None or not row.sound:
        return None
    return KnownFact(about, Fact(field.key, value, source, day.isoformat(), basis))


def _about(row: RowReader, homes: Homes) -> Subject | None:
    name, address = row.text("姓名", _NAME), row.address("地址")
    there = homes.at(address)
    if not there:
        if row.cell("地址").text:
            row.wrong("地址", wording.NOBODY_THERE)
        return None
    meant = [one for one in there if not name or one.name == name]
    if not meant:
        row.wrong("姓名", wording.NOT_AT_ADDRESS)
        return None
    adult = next((one for one in meant if not one.minor), None)
    if adult is None:
        row.wrong("姓名", wording.ONLY_MINORS)
    return adult


def _basis(row: RowReader, source: Source | None) -> str:
    basis = row.text("依据", _BASIS)
    if sheets.is_refused(basis):
        # The name of such a list would tell what the list itself may not.
        row.wrong("依据", wording.PRIVATE_LIST)
    elif not basis and source in {"inspection", "document"}:
        row.wrong("依据", wording.NO_BASIS)
    return basis


def _field(row: RowReader, about: Subject | None) -> Field | None:
    said = fold(row.text("项目"))
    fields = kept_of(about.kind if about else "resident")
    found = next((one for one in fields if said in {fold(one.title), one.key}), None)
    if said and found is None and about is not None:
        row.wrong("项目", wording.only("、".join(one.title for one in fields)))
    return found


def _value(row: RowReader, field: Field | None) -> str:
    said = fold(row.text("内容"))
    if field is None:
        return said
    if said and said not in field.values:
        row.wrong("内容", wording.only("、".join(field.values)))
    return said
