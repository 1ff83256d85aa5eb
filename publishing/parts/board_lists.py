"""The lists of the board: red names side by side, black counts by grid and act."""

from collections.abc import Iterator, Sequence

from domain.documents import ActCount
from publishing import board_wording as wording
from publishing.flow import Block
from publishing.marks import Box, Style
from publishing.palette import BLUSH, GREEN, GREY, HAIR
from publishing.setting import Studio, at

_NAME = Style(15.5, "bold", leading=1.4)
_COLUMNS, _GAP = 3, 10.0


def names(red: Sequence[str], studio: Studio, width: float) -> Iterator[Block]:
    """Three names in a row; rows are set in two columns or one where a name needs it."""
    columns = next((n for n in (_COLUMNS, 2) if all(_fits(one, n, studio, width) for one in red)), 1)
    for first in range(0, len(red), columns):
        yield _row(red[first : first + columns], columns, studio, width)


def _cell(columns: int, width: float) -> float:
    return (width - _GAP * (columns - 1)) / columns


def _fits(name: str, columns: int, studio: Studio, width: float) -> bool:
    return studio.width(name, _NAME) <= _cell(columns, width) - 16


def _row(row: Sequence[str], columns: int, studio: Studio, width: float) -> Block:
    cell, marks, tall = _cell(columns, width), [], 0.0
    for place, name in enumerate(row):
        words = studio.block(name, _NAME, cell - 16, most=2)
        left = place * (cell + _GAP)
        tall = max(tall, words.height + 14)
        marks += [Box(left, 0, cell, words.height + 14, BLUSH, round=5), *at(words, left + 8, 7)]
    return Block(tall, tuple(marks), above=8)


def counted(counts: Sequence[ActCount], studio: Studio, width: float) -> Iterator[Block]:
    """A row per grid and act: how often, and how much of it is put right."""
    for one in counts:
        yield _count(one, studio, width)


def _count(one: ActCount, studio: Studio, width: float) -> Block:
    said = Style(14.5, leading=1.5)
    grid = 74.0 if width < 420 else 100.0
    left = studio.block(one.grid, Style(14.5, colour=GREY, leading=1.5), grid - 10)
    act = studio.block(one.act, said, width - grid - 132)
    number = studio.block(wording.COUNT.format(count=one.count), Style(14.5, "bold", leading=1.5), 46, "right")
    state = studio.block(*_state(one), 82, "right")
    tall = max(left.height, act.height) + 12
    marks = (*at(left, 0, 6), *at(act, grid, 6), *at(number, width - 130, 6), *at(state, width - 82, 7.2))
    return Block(tall, (*marks, Box(0, tall - 0.8, width, 0.8, HAIR)))


def _state(one: ActCount) -> tuple[str, Style]:
    colour = GREEN if one.repaired else GREY
    words = wording.REPAIRED.format(repaired=one.repaired) if one.repaired else wording.NOT_REPAIRED
    return wording.ALL_REPAIRED if one.repaired >= one.count else words, Style(12.5, colour=colour, leading=1.5)
