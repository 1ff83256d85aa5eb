"""Dates as registers have them; bare numbers are what a spreadsheet left of a date."""

import re
from datetime import date

from domain.numerals import fold
from domain.register.cells import CellError

_WRITTEN = re.compile(r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+00?:00(?::00)?(?:\.0+)?)?$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_ALTERED = re.compile(r"^(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}(?:[T\s].*)?$|^\d{1,2}月\d{1,2}日$|^\d{1,2}-[A-Za-z]{3}$")


def read_date(text: str) -> date | None:
    """A day, None where none is given; raises CellError."""
    plain = fold(text).strip()
    if not plain:
        return None
    match = _WRITTEN.match(plain) or _COMPACT.match(plain)
    if match is None:
        raise CellError(_complaint(plain))
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError as error:
        raise CellError("没有这一天") from error


def looks_altered(text: str) -> bool:
    """Whether a spreadsheet seems to have made a date of something else, such as the address 3-2-01."""
    return bool(_ALTERED.match(text))


def _complaint(plain: str) -> str:
    if re.match(r"^\d{1,6}(?:\.\d+)?$", plain):
        return "是表格的日期序号，请写成 2026-01-01 的样子"
    return "不是日期，请写成 2026-01-01 的样子"
