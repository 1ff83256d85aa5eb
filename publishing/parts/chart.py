"""The chart of the last quarters: how much was on the board, and how much of it was put right."""

from collections.abc import Sequence

from domain.documents import QuarterCount
from publishing import board_wording as wording
from publishing.flow import Block
from publishing.marks import Box, Mark, Style
from publishing.palette import GREEN, GREY, HAIR, INK, PALE
from publishing.setting import Studio, at

_TALL, _KEY = 120.0, 26.0
_LIGHT = "#c3c8cc"


def chart(quarters: Sequence[QuarterCount], studio: Studio, width: float) -> Block:
    """A pair of bars per quarter, each with its figure."""
    most = max(1, *(one.listed for one in quarters))
    cell = width / len(quarters)
    marks: list[Mark] = [*_key(studio, width)]
    for place, one in enumerate(quarters):
        marks += _bars(one, most, cell, place * cell, studio)
    ground = _KEY + 16 + _TALL
    return Block(ground + 26, (*marks, Box(0, ground, width, 1, PALE)), above=4)


def _bars(one: QuarterCount, most: int, cell: float, left: float, studio: Studio) -> list[Mark]:
    wide = min(30.0, cell / 3)
    ground = _KEY + 16 + _TALL
    marks: list[Mark] = []
    figure = Style(11.5, "bold", leading=1.3)
    for place, (count, colour) in enumerate(((one.listed, _LIGHT), (one.repaired, GREEN))):
        tall = _TALL * count / most
        x = left + cell / 2 - wide - 2 + place * (wide + 4)
        marks.append(Box(x, ground - tall, wide, tall, colour))
        marks += at(studio.block(str(count), figure, wide, "middle"), x, ground - tall - figure.line - 1)
    name = studio.fitted(one.quarter, Style(11.5, colour=GREY, leading=1.4), cell - 4, "middle")
    return [*marks, *at(name, left + 2, ground + 6)]


def _key(studio: Studio, width: float) -> list[Mark]:
    style = Style(11.5, colour=INK, leading=1.4)
    x, marks = width, list[Mark]()
    for words, colour in ((wording.REPAIRED_KEY, GREEN), (wording.LISTED_KEY, _LIGHT)):
        x -= studio.width(words, style)
        marks += at(studio.block(words, style, width), x)
        marks.append(Box(x - 16, 3, 10, 10, colour, HAIR, 0.5))
        x -= 32
    return marks
