"""Sets words into blocks: wrapped, aligned, side by side, framed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from publishing.flow import Block
from publishing.lines import broken, shortened
from publishing.marks import Box, Mark, Style, Words, moved
from publishing.pictures import Type
from publishing.squeezing import Full, runs

Align = Literal["left", "middle", "right"]


@dataclass(frozen=True, slots=True)
class Studio:
    """What a form is set with: the faces, the photos by their attachment ids, and whether it is for paper."""

    kind: Type
    photos: Mapping[str, bytes] = field(default_factory=dict)
    for_paper: bool = False

    def width(self, words: str, style: Style) -> float:
        """How wide a line is."""
        pulled = sum(pull for _, pull in runs(words, self._full(style)))
        return self.kind.width(words, style.size, style.face) - pulled * style.size

    def lines(self, words: str, style: Style, width: float, most: int | None = None) -> tuple[str, ...]:
        """A text broken to a width; a last line of one or two characters gets company where that costs no line."""

        def measure(one: str) -> float:
            return self.width(one, style)

        lines = broken(speakable(words), width, measure, most)
        if len(lines) > 1 and measure(lines[-1]) < 2.6 * style.size:
            narrower = broken(speakable(words), width - 2 * style.size, measure, most)
            return narrower if len(narrower) == len(lines) else lines
        return lines

    def short(self, words: str, style: Style, width: float) -> str:
        """One line, shortened where it is too long."""
        return shortened(speakable(words).replace("\n", " "), width, lambda one: self.width(one, style))

    def block(self, words: str, style: Style, width: float, align: Align = "left", most: int | None = None) -> Block:
        """A paragraph."""
        lines = self.lines(words, style, width, most)
        marks = [
            mark
            for place, line in enumerate(lines)
            for mark in self._set(line, style, (self._left(line, style, width, align), place * style.line))
        ]
        return Block(len(lines) * style.line, tuple(marks))

    def fitted(self, words: str, style: Style, width: float, align: Align = "left") -> Block:
        """One line, set smaller until it fits, never below half of its size."""
        wide = self.width(speakable(words), style)
        size = style.size if wide <= width else max(style.size / 2, style.size * width / wide * 0.99)
        line = self.short(words, replace(style, size=size), width)
        smaller = replace(style, size=size, leading=style.line / size)
        return Block(style.line, tuple(self._set(line, smaller, (self._left(line, smaller, width, align), 0))))

    def _set(self, line: str, style: Style, place: tuple[float, float]) -> Iterator[Words]:
        """A line from its left upper corner, its punctuation pulled together."""
        left, top = place
        for words, pull in runs(line, self._full(style)):
            left -= pull * style.size
            yield Words(left, top + style.drop, words, style)
            left += self.kind.width(words, style.size, style.face)

    def _full(self, style: Style) -> Full:
        return lambda character: self.kind.width(character, 1, style.face) > 0.9

    def _left(self, line: str, style: Style, width: float, align: Align) -> float:
        spare = width - self.width(line, style)
        return {"left": 0.0, "middle": spare / 2, "right": spare}[align]


def speakable(words: str) -> str:
    """Without what no font draws: control characters, emoji, directions of writing."""
    kept = (one if _is_drawn(one) else "" for one in words)
    return "".join(kept)


def _is_drawn(one: str) -> bool:
    number = ord(one)
    if number > 0xFFFF:
        return 0x20000 <= number <= 0x3FFFF
    return one in "\n\u3000" or (one.isprintable() and not (0xE000 <= number <= 0xF8FF or 0xFE00 <= number <= 0xFE0F))


def at(block: Block, right: float, down: float = 0) -> tuple[Mark, ...]:
    """A block's marks, elsewhere."""
    return tuple(moved(mark, right, down) for mark in block.marks)


def piled(blocks: Sequence[Block], gap: float = 0) -> Block:
    """Blocks one under another as one that is never torn apart."""
    marks: list[Mark] = []
    y = 0.0
    for place, block in enumerate(blocks):
        y += (block.above or gap) if place else 0
        marks += at(block, 0, y)
        y += block.height
    return Block(y, tuple(marks))


def beside(*columns: tuple[float, Block]) -> Block:
    """Blocks side by side, each from its left edge."""
    marks = [mark for left, block in columns for mark in at(block, left)]
    return Block(max(block.height for _, block in columns), tuple(marks))


def framed(block: Block, width: float, pad: float, look: Box) -> Block:
    """A block inside a box that looks like another."""
    height = block.height + 2 * pad
    return Block(height, (replace(look, x=0, y=0, width=width, height=height), *at(block, pad, pad)))
