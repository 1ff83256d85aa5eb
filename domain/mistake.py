"""A mistake in a text that people wrote for the bot, with the place and a sentence saying what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: ``path`` is the TOML path (``items[3].points``, from 0), ``line`` counts from 1."""

    file: str
    path: str
    sentence: str
    line: int | None = None

    def __str__(self) -> str:
        line = "" if self.line is None else f"第 {self.line} 行"
        place = " ".join(part for part in (self.file, line, self.path) if part)
        return f"{place}：{self.sentence}"
