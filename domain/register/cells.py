"""Cells and rows as an import hands them over, whatever file they came from."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

CellKind = Literal["text", "number", "date", "formula"]


class CellError(ValueError):
    """A cell cannot be what its column asks for; the sentence says what it looks like instead."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell; the kind is what the workbook said it was, always text in CSV."""

    text: str
    kind: CellKind = "text"


Rows = Sequence[Sequence[str | Cell]]
"""A sheet: its first row with anything in it holds the headings; row n of the file is element n-1."""
Sheets = Mapping[str, Rows]

FORMULA_STARTS = frozenset("=+-@＝＋－＠﹦﹢﹣﹫−\t\r\n\0|%")
"""Signs with which a text might start a formula; an export puts an apostrophe in front, an import takes it away."""


def cell_of(value: str | Cell) -> Cell:
    """A cell with the text tidied: no invisible characters, no guard of an earlier export in front."""
    cell = value if isinstance(value, Cell) else Cell(value)
    return Cell(_tidy(cell.text), cell.kind)


def heading_of(value: str | Cell) -> str:
    """A heading without spaces, stars and full-width forms: ``电 话＊`` is 电话."""
    text = unicodedata.normalize("NFKC", cell_of(value).text)
    return "".join(text.split()).replace("*", "").partition("(")[0]


def _tidy(text: str) -> str:
    kept = "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cf"})
    kept = kept.strip()
    return kept[1:] if kept[:1] == "'" and kept[1:].lstrip()[:1] in FORMULA_STARTS else kept
