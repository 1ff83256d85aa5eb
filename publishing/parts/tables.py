"""Tables: columns as wide as their words ask for, figures to the right, the head again on every page."""

import re
from collections.abc import Iterator, Sequence

from publishing.flow import Block
from publishing.marks import Box, Mark, Style
from publishing.palette import HAIR, MIST, SLATE
from publishing.setting import Align, Studio, at

_HEAD = Style(11.5, "bold", SLATE, leading=1.5)
_CELL = Style(11.5, leading=1.5)
_PAD = 6.0
_FIGURE = re.compile(r"[-+−]?[\d,.]+\s?%?|(?:\d+ 小时)?(?: ?\d+ 分钟?)?|—|-")
_NARROWEST = 30.0


def table(head: Sequence[str], rows: Sequence[Sequence[str]], studio: Studio, width: float) -> Iterator[Block]:
    """A block for the head and one for every row; short rows are filled up, long ones cut."""
    filled = [tuple(row[: len(head)]) + ("",) * (len(head) - len(row)) for row in rows]
    aligns: list[Align] = [
        "right" if filled and all(_FIGURE.fullmatch(row[place]) for row in filled) else "left"
        for place in range(len(head))
    ]
    widths = _widths(head, filled, aligns, studio, width)
    top = _row(head, widths, aligns, studio, _HEAD)
    band = Block(top.height, (Box(0, 0, width, top.height, MIST), *top.marks), above=6, keeps=True)
    yield band
    for row in filled:
        block = _row(row, widths, aligns, studio, _CELL)
        yield Block(block.height, (*block.marks, Box(0, block.height - 0.7, width, 0.7, HAIR)), head=band)


def _widths(
    head: Sequence[str], rows: Sequence[Sequence[str]], aligns: Sequence[Align], studio: Studio, width: float
) -> list[float]:
    wanted = [
        max(_NARROWEST, studio.width(words, _HEAD), *(studio.width(row[place], _CELL) for row in rows), 0.0) + 2 * _PAD
        for place, words in enumerate(head)
    ]
    over = sum(wanted) - width
    if over <= 0:
        return _widened(wanted, -over, aligns)
    # Only columns wider than a fair share give way.
    fair = width / len(wanted)
    spare = sum(max(0.0, one - fair) for one in wanted)
    return [one - over * max(0.0, one - fair) / spare for one in wanted]


def _widened(wanted: list[float], spare: float, aligns: Sequence[Align]) -> list[float]:
    """Among several columns of words the last one takes what is left over, else all share it."""
    words = [place for place, align in enumerate(aligns) if align == "left"]
    if len(words) > 1:
        return [one + spare * (place == words[-1]) for place, one in enumerate(wanted)]
    return [one + spare * one / sum(wanted) for one in wanted]


def _row(cells: Sequence[str], widths: Sequence[float], aligns: Sequence[Align], studio: Studio, style: Style) -> Block:
    left, tall = 0.0, 0.0
    marks: list[Mark] = []
    for words, width, align in zip(cells, widths, aligns, strict=True):
        block = studio.block(words, style, width - 2 * _PAD, align)
        marks += at(block, left + _PAD, 4)
        tall = max(tall, block.height + 8)
        left += width
    return Block(tall, tuple(marks))
