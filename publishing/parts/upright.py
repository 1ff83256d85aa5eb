"""What papers on standing A4 share: the sheet, the title, the issuer's place."""

from collections.abc import Iterator

from publishing import wording
from publishing.flow import Block, Paper
from publishing.marks import Box, Style
from publishing.palette import GREY, PALE, RED
from publishing.setting import Studio, at, piled

A4 = Paper(595.28, 841.89, 62, 60, 62)


def titled(title: str, under: str, studio: Studio, width: float) -> Iterator[Block]:
    """A title in the middle with a line below."""
    yield studio.fitted(title, Style(30, "title", leading=1.5), width, "middle")
    yield Block(3, (Box(width / 2 - 24, 0, 48, 2.4, RED),), above=2)
    line = studio.fitted(under, Style(11.5, colour=GREY), width, "middle")
    yield Block(line.height + 14, line.marks, above=6)


def signed(issuer: str, day: str, studio: Studio, width: float) -> Block:
    """Who stands behind it, with room for the seal."""
    block = piled(
        [
            studio.fitted(issuer, Style(14, "bold"), width, "right"),
            studio.block(day, Style(13), width, "right"),
            studio.block(wording.SEAL, Style(11, colour=PALE), width, "right"),
        ]
    )
    return Block(block.height + 26, at(block, 0), above=54)
