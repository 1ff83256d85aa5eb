"""Headings, lists and the foot of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publishing import wording
from publishing.flow import Block, Footing
from publishing.marks import Box, Style
from publishing.palette import GREY, HAIR, PALE, SLATE
from publishing.setting import Studio, at, beside


@dataclass(frozen=True, slots=True)
class Head:
    """What a heading says and how it looks; the note stands at the right."""

    title: str
    colour: str
    note: str = ""
    size: float = 22


def heading(head: Head, studio: Studio, width: float) -> Block:
    """A section's heading with a bar before it and a note beside it."""
    style, small = Style(head.size, "bold", head.colour, leading=1.4), Style(12, colour=GREY, leading=1.4)
    aside = studio.fitted(head.note, small, width / 2, "right")
    words = studio.fitted(head.title, style, width / 2 - 14 if head.note else width - 14)
    rule = Box(0, style.line + 5, width, 1, HAIR)
    bar = Box(0, 4, 5, style.line - 8, head.colour)
    down = style.drop - small.drop
    return Block(style.line + 14, (bar, rule, *at(words, 14), *at(aside, width / 2, down)), above=26, keeps=True)


def subheading(title: str, studio: Studio, width: float) -> Block:
    """A small heading inside a section."""
    block = studio.block(title, Style(13, "bold", GREY), width)
    return Block(block.height + 2, block.marks, above=10, keeps=True)


def bullets(title: str, lines: Sequence[str], studio: Studio, width: float) -> Iterator[Block]:
    """A list of lines, under a small heading where there is one."""
    if title and lines:
        yield subheading(title, studio, width)
    style = Style(14.5, leading=1.6)
    for line in lines:
        block = beside((0, Block(0, (Box(2, 9.3, 5, 5, SLATE, round=1),))), (16, studio.block(line, style, width - 16)))
        yield Block(block.height, block.marks, above=3)


def numbered(studio: Studio, width: float) -> Footing:
    """The foot of a page of several."""

    def foot(number: int, count: int) -> Block:
        said = wording.PAGE.format(number=number, count=count) if count > 1 else ""
        return Block(0, at(studio.block(said, Style(9, colour=PALE), width, "middle"), 0, 16))

    return foot
