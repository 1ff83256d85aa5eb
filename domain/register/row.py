"""One row being read: every cell is taken as what its column asks for, and every mistake is noted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from domain.numerals import fold, whole_number
from domain.register import wording
from domain.register.address import Address, read_address
from domain.register.cells import Cell, CellError
from domain.register.dates import looks_altered, read_date
from domain.register.masking import holds_identity_number, mask_value
from domain.register.mistakes import Notes, RowMistake
from domain.register.phones import read_phone
from domain.register.table import BLANK, Row

T = TypeVar("T")
_LISTED = re.compile(r"[、,，;；|\n]+")
_LENGTH = re.compile(r"^(.+?)\s*(?:个)?(小时|分钟|分|时)?$")
_LONGEST = 200
_LONGEST_LIST = 30_000


@dataclass(slots=True)
class RowReader:
    """Reads the cells of one row; ``sound`` turns false with the first mistake."""

    sheet: str
    number: int
    row: Row
    required: frozenset[str]
    notes: Notes
    sound: bool = field(default=True)

    def text(self, column: str, most: int = _LONGEST) -> str:
        """The cell as one line of text."""
        cell = self.row.get(column, BLANK)
        if not cell.text:
            if column in self.required and column in self.row:
                self.wrong(column, wording.NOT_FILLED)
            return ""
        if holds_identity_number(fold(cell.text)):
            self.wrong(column, wording.IDENTITY_NUMBER)
        elif len(cell.text) > most:
            self.wrong(column, wording.too_long(most))
        elif cell.kind == "formula":
            self.doubt(column, wording.FORMULA)
        return " ".join(cell.text.split()) if most == _LONGEST else cell.text

    def listed(self, column: str) -> tuple[str, ...]:
        """The cell as a list, each entry once."""
        return listed(self.text(column, _LONGEST_LIST))

    def one_of(self, column: str, choices: Mapping[str, T]) -> T | None:
        """What one of a few words stands for."""
        text = fold(self.text(column))
        if text and text not in choices:
            self.wrong(column, wording.only("、".join(choices)))
        return choices.get(text)

    def phone(self, column: str) -> str:
        """The digits of a telephone number."""
        try:
            return read_phone(self.text(column))
        except CellError as error:
            self.wrong(column, str(error))
            return ""

    def day(self, column: str) -> date | None:
        """A calendar day."""
        try:
            return read_date(self.text(column))
        except CellError as error:
            self.wrong(column, str(error))
            return None

    def address(self, column: str) -> Address:
        """Where something is."""
        text = self.text(column)
        if self.cell(column).kind == "date" or looks_altered(text):
            self.wrong(column, wording.BECAME_DATE)
        return read_address(text)

    def serial(self, column: str) -> str:
        """A number that is a name, such as a household's: its leading zeros count."""
        text, cell = self.text(column), self.cell(column)
        if re.match(r"^\d+(?:\.\d+)?[eE]\+?\d+$", text):
            self.wrong(column, wording.SCIENTIFIC)
        elif cell.kind == "date" or looks_altered(text):
            self.wrong(column, wording.BECAME_DATE)
        elif cell.kind == "number":
            self.doubt(column, wording.NUMBER_SERIAL)
        return re.sub(r"\.0$", "", fold(text))

    def count(self, column: str) -> int | None:
        """A whole number, with its counting word or without."""
        text = re.sub(r"(?:\.0|个?小时|人|位|座)$", "", fold(self.text(column)))
        number = whole_number(text)
        if text and number is None:
            self.wrong(column, wording.NOT_A_COUNT)
        return number

    def minutes(self, column: str) -> int | None:
        """A length of time; a bare number counts hours."""
        match = _LENGTH.match(re.sub(r"\.0$", "", fold(self.text(column))))
        if match is None:
            return None
        number, half = whole_number(match[1]), match[1].removesuffix(".5")
        factor = 1 if (match[2] or "").startswith("分") else 60
        if number is None and half != match[1] and half.isdecimal():
            return int(half) * factor + factor // 2
        if not number:
            self.wrong(column, wording.NOT_A_LENGTH)
            return None
        return number * factor

    def cell(self, column: str) -> Cell:
        """The cell as it came."""
        return self.row.get(column, BLANK)

    def wrong(self, column: str, reason: str) -> None:
        """Note a mistake of this row."""
        self.sound = False
        self.notes.mistakes.append(self._remark(column, reason))

    def doubt(self, column: str, reason: str) -> None:
        """Note a warning about this row."""
        self.notes.warnings.append(self._remark(column, reason))

    def _remark(self, column: str, reason: str) -> RowMistake:
        value = mask_value(column, self.cell(column).text, self.row.get("类型", BLANK).text)
        return RowMistake(self.sheet, self.number, column, value, reason)


def listed(text: str) -> tuple[str, ...]:
    """What stands between list marks, each once."""
    parts = (" ".join(part.split()) for part in _LISTED.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))
