"""Figures in tables, on A4."""

from collections.abc import Iterator

from domain.documents import ReportSheet, Table
from publishing import paper_wording as wording
from publishing.flow import Block, stack
from publishing.form import Form
from publishing.marks import Page, Style
from publishing.palette import GREY, SLATE
from publishing.parts.furniture import Head, bullets, heading, numbered
from publishing.parts.tables import table
from publishing.parts.upright import A4, titled
from publishing.setting import Studio


def lay(sheet: ReportSheet, studio: Studio) -> tuple[Page, ...]:
    """A title, the tables, the remarks."""
    width = A4.inner
    made = wording.MADE.format(day=sheet.day) if sheet.day else ""
    under = "　".join(one for one in (sheet.community, sheet.period, made) if one)
    blocks = [*titled(sheet.title, under, studio, width)]
    for one in sheet.tables:
        blocks += _table(one, studio, width)
    if sheet.notes:
        blocks += [Block(10), *bullets("", sheet.notes, studio, width)]
    return stack(blocks, A4, numbered(studio, width))


def _table(one: Table, studio: Studio, width: float) -> Iterator[Block]:
    yield heading(Head(one.title, SLATE, size=16), studio, width)
    if one.rows:
        yield from table(one.head, one.rows, studio, width)
    else:
        yield studio.block(wording.EMPTY, Style(12, colour=GREY), width)
    if one.note:
        block = studio.block(one.note, Style(10.5, colour=GREY), width)
        yield Block(block.height, block.marks, above=4)


form = Form(ReportSheet, lay, scale=2)
