"""The rows that were left out of an import, as sheets of their own, to be mended and imported again."""

from collections.abc import Iterable

from domain.register.cells import Cell, Rows, Sheets, heading_of
from domain.register.mistakes import RowMistake
from domain.register.sheets import REASON, is_refused


def bad_rows(given: Sheets, mistakes: Iterable[RowMistake]) -> dict[str, Rows]:
    """The rows to be mended under their headings, with the reasons in a last column; no refused column."""
    reasons: dict[str, dict[int, list[str]]] = {}
    for mistake in mistakes:
        text = f"{mistake.column}：{mistake.reason}" if mistake.column else mistake.reason
        reasons.setdefault(mistake.sheet, {}).setdefault(mistake.row, []).append(text)
    return {name: _mendable(rows, reasons[name.strip()]) for name, rows in given.items() if name.strip() in reasons}


def _mendable(rows: Rows, reasons: dict[int, list[str]]) -> Rows:
    start = next((number for number, row in enumerate(rows, 1) if any(map(heading_of, row))), 1)
    headings = [heading_of(value) for value in rows[start - 1]] if rows else []
    kept = [index for index, heading in enumerate(headings) if not is_refused(heading) and heading != REASON]
    body: list[list[str | Cell]] = [[*(headings[index] for index in kept), REASON]]
    for number, row in enumerate(rows[start:], start + 1):
        # With wrong headings the whole sheet was left out.
        if number in reasons or (start in reasons and any(heading_of(value) for value in row)):
            cells = [row[index] if index < len(row) else "" for index in kept]
            body.append([*cells, "；".join(reasons.get(number, reasons.get(start, [])))])
    return body
