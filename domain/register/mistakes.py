"""What is wrong or doubtful in a register's sheets, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RowMistake:
    """One thing to mend, or to look at, and where it stands; the value is masked already."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        row = f" 第 {self.row} 行" if self.row else ""
        column = f" {self.column}" if self.column else ""
        shown = f"“{self.value}”" if self.value and "“" not in self.reason else ""
        return f"{self.sheet}{row}{column}：{shown}{self.reason}"


@dataclass(slots=True)
class Notes:
    """Collects mistakes (which stop an import) and warnings (which do not)."""

    mistakes: list[RowMistake] = field(default_factory=list)
    warnings: list[RowMistake] = field(default_factory=list)

    def bad_rows(self, sheet: str) -> frozenset[int]:
        """The rows of a sheet that hold a mistake."""
        return frozenset(mistake.row for mistake in self.of(sheet))

    def of(self, sheet: str) -> Iterator[RowMistake]:
        """The mistakes of one sheet."""
        return (mistake for mistake in self.mistakes if mistake.sheet == sheet)
