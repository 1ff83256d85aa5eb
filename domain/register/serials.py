"""Household numbers that a spreadsheet may have shortened: 00123 among its equals became 123."""

from collections import Counter

from domain.numerals import fold
from domain.register import wording
from domain.register.mistakes import Notes, RowMistake
from domain.register.table import BLANK, Table

_COLUMN = "户号"


def shortened_serials(table: Table, notes: Notes) -> None:
    """Complain where others of the same column begin with 0 and are longer."""
    numbers = {number: fold(row.get(_COLUMN, BLANK).text) for number, row in table.rows}
    lengths = Counter(len(text) for text in numbers.values() if text.isdecimal() and text.startswith("0"))
    if not lengths:
        return
    usual = lengths.most_common(1)[0][0]
    for row, text in numbers.items():
        if text.isdecimal() and not text.startswith("0") and len(text) < usual:
            notes.mistakes.append(RowMistake(table.sheet.name, row, _COLUMN, text, wording.ZERO_LOST))
