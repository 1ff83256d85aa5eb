"""The red and black board: one long picture for telephones, or pages of A4."""

from collections.abc import Iterator

from domain.documents import BoardSheet
from publishing import board_wording as wording
from publishing import wording as common
from publishing.flow import Block, Paper, stack
from publishing.form import Form
from publishing.marks import Box, Page, Style
from publishing.palette import CREAM, GREEN, GREY, HAIR, PALE, PAPER, RED, SLATE
from publishing.parts.board_lists import counted, names
from publishing.parts.chart import chart
from publishing.parts.furniture import Head, bullets, heading, numbered, subheading
from publishing.parts.photo_pairs import pair
from publishing.setting import Studio, at, piled

_PICTURE = Paper(432, None, 28, 0, 28, CREAM)
_SHEET = Paper(595.28, 841.89, 48, 44, 50, PAPER)


def lay(sheet: BoardSheet, studio: Studio) -> tuple[Page, ...]:
    """Title, red, black, what became better, photos, the chart, and the proof below."""
    paper = _SHEET if studio.for_paper else _PICTURE
    blocks = [
        _title(sheet, studio, paper),
        *_red(sheet, studio, paper.inner),
        *_black(sheet, studio, paper.inner),
        *_changes(sheet, studio, paper.inner),
        *_photos(sheet, studio, paper.inner),
        *_chart(sheet, studio, paper.inner),
        _proof(sheet, studio, paper.inner),
    ]
    return stack(blocks, paper, numbered(studio, paper.inner) if studio.for_paper else None)


def _title(sheet: BoardSheet, studio: Studio, paper: Paper) -> Block:
    inner = paper.inner
    light = "#d5d9dc"
    words = piled(
        [
            studio.fitted(sheet.community, Style(15, colour=light, leading=1.5), inner),
            studio.fitted(wording.TITLE.format(quarter=sheet.quarter), Style(32, "title", PAPER, leading=1.45), inner),
            studio.fitted(
                wording.PUBLISHED.format(published=sheet.published, code=sheet.code),
                Style(12, colour=light, leading=1.6),
                inner,
            ),
        ]
    )
    tall = words.height + 44
    # On paper the band lies within the margins, since printers leave them white.
    left, width = (-14, inner + 28) if studio.for_paper else (-paper.side, paper.width)
    band = (Box(left, 0, width, tall, SLATE), Box(left, tall, width, 4, RED))
    return Block(tall + 4, (*band, *at(words, 0, 20)))


def _red(sheet: BoardSheet, studio: Studio, width: float) -> Iterator[Block]:
    if sheet.counts_only and not (sheet.red or sheet.unnamed):
        return
    yield heading(Head(wording.RED, RED, wording.RED_NOTE), studio, width)
    yield from names(sheet.red, studio, width)
    if sheet.unnamed:
        said = (wording.UNNAMED if sheet.red else wording.UNNAMED_ALONE).format(count=sheet.unnamed)
        block = studio.block(said, Style(14, colour=RED), width, "right" if sheet.red else "left")
        yield Block(block.height, block.marks, above=4)
    elif not sheet.red:
        yield studio.block(wording.RED_NONE, Style(14, colour=GREY), width)


def _black(sheet: BoardSheet, studio: Studio, width: float) -> Iterator[Block]:
    yield heading(Head(wording.BLACK, SLATE, wording.BLACK_NOTE), studio, width)
    if sheet.counts_only:
        yield studio.block(wording.COUNTS_ONLY, Style(13, colour=GREY), width)
    if sheet.counts:
        yield subheading(wording.COUNTS, studio, width)
        yield from counted(sheet.counts, studio, width)
    yield from bullets(wording.LINES, sheet.lines, studio, width)
    yield from bullets(wording.SHOPS, sheet.shops, studio, width)
    if not (sheet.counts or sheet.lines or sheet.shops or sheet.counts_only):
        yield studio.block(wording.BLACK_NONE, Style(14, colour=GREY), width)


def _changes(sheet: BoardSheet, studio: Studio, width: float) -> Iterator[Block]:
    for title, lines, colour in (
        (wording.IMPROVED, sheet.improved, GREEN),
        (wording.HANDLED, sheet.repaired, GREEN),
        (wording.REMAINING, sheet.remaining, SLATE),
    ):
        if lines:
            yield heading(Head(title, colour), studio, width)
            yield from bullets("", lines, studio, width)


def _photos(sheet: BoardSheet, studio: Studio, width: float) -> Iterator[Block]:
    if sheet.pairs:
        yield heading(Head(wording.PAIRS, GREEN), studio, width)
    for one in sheet.pairs:
        yield pair(one, studio, width)


def _chart(sheet: BoardSheet, studio: Studio, width: float) -> Iterator[Block]:
    if sheet.quarters:
        yield heading(Head(wording.QUARTERS, SLATE), studio, width)
        yield chart(sheet.quarters, studio, width)


def _proof(sheet: BoardSheet, studio: Studio, width: float) -> Block:
    proof = sheet.proof
    small = Style(10.5, colour=GREY, leading=1.65)
    said = wording.PROOF.format(
        publishable=proof.publishable, listed=proof.listed, repaired=proof.repaired, apart=proof.apart
    )
    trace = wording.TRACE.format(rules=proof.rules, position=proof.position, root=proof.root)
    inside = piled(
        [
            studio.block(said, Style(13, "bold", leading=1.6), width),
            studio.block(wording.UNTIL.format(until=sheet.until) + wording.OBJECT, Style(11.5, leading=1.65), width),
            studio.block(common.DISCLAIMER, small, width),
            studio.block(trace, Style(9, colour=PALE, leading=1.6), width),
        ],
        5,
    )
    return Block(inside.height + 16, (Box(0, 0, width, 1, HAIR), *at(inside, 0, 16)), above=28)


form = Form(BoardSheet, lay)
