"""Places before and after they were put right, as one picture."""

from domain.documents import PairsSheet
from publishing.flow import Block, Paper, stack
from publishing.form import Form
from publishing.marks import Box, Page, Style
from publishing.palette import CREAM, GREEN, GREY, PAPER
from publishing.parts.furniture import numbered
from publishing.parts.photo_pairs import pair
from publishing.setting import Studio, at, piled

_PICTURE = Paper(432, None, 28, 0, 28, CREAM)
_SHEET = Paper(595.28, 841.89, 48, 44, 50, PAPER)


def lay(sheet: PairsSheet, studio: Studio) -> tuple[Page, ...]:
    """A green band with the title, the pairs, and a line below."""
    paper = _SHEET if studio.for_paper else _PICTURE
    note = studio.block(sheet.note, Style(11.5, colour=GREY, leading=1.65), paper.inner)
    blocks = [
        _title(sheet, studio, paper),
        *(pair(one, studio, paper.inner) for one in sheet.pairs),
        *([Block(note.height, note.marks, above=16)] if sheet.note else []),
    ]
    return stack(blocks, paper, numbered(studio, paper.inner) if studio.for_paper else None)


def _title(sheet: PairsSheet, studio: Studio, paper: Paper) -> Block:
    inner = paper.inner
    words = piled(
        [
            studio.fitted(sheet.community, Style(13, colour="#dcebe2", leading=1.5), inner),
            studio.fitted(sheet.title, Style(24, "title", PAPER, leading=1.45), inner),
        ]
    )
    tall = words.height + 32
    # On paper the band lies within the margins, since printers leave them white.
    left, width = (-14, inner + 28) if studio.for_paper else (-paper.side, paper.width)
    return Block(tall, (Box(left, 0, width, tall, GREEN), *at(words, 0, 15)))


form = Form(PairsSheet, lay)
