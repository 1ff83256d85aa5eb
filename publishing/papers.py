"""The one door to fpdf2: pages as a PDF whose bytes depend on nothing but what stands on them."""

import io
import logging
from collections.abc import Sequence
from datetime import UTC, datetime

from fpdf import FPDF

from publishing.marks import Box, Mark, Page, Photo, Squares, Words
from publishing.pictures import Type, as_jpeg, cut

_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The same for every file, so that the same document gives the same bytes."""

# They report single characters of the text and every step of making a font small.
for _name in ("fpdf", "fontTools"):
    logging.getLogger(_name).setLevel(logging.ERROR)


def pdf(pages: Sequence[Page], kind: Type, title: str) -> bytes:
    """Pages as a PDF with the characters that they use."""
    paper = FPDF(unit="pt")
    paper.set_creation_date(_MADE)
    paper.set_title(title)
    paper.set_lang("zh-CN")
    paper.set_auto_page_break(auto=False)
    paper.c_margin = 0
    used = {mark.style.face for page in pages for mark in page.marks if isinstance(mark, Words)}
    for face, (path, index) in kind.files.items():
        if face in used:
            paper.add_font(face, "", path, collection_font_number=index)
    for page in pages:
        paper.add_page(format=(page.width, page.height))
        for mark in page.marks:
            _draw(mark, paper)
    return bytes(paper.output())


def _draw(mark: Mark, paper: FPDF) -> None:
    match mark:
        case Words(x, y, words, style):
            paper.set_font(style.face, "", style.size)
            paper.set_text_color(style.colour)
            paper.text(x, y, words)
        case Box():
            _box(mark, paper)
        case Squares():
            _squares(mark, paper)
        case Photo(x, y, width, height):
            photo = cut(mark)
            if photo is not None:
                paper.image(io.BytesIO(as_jpeg(photo)), x, y, width, height)


def _box(mark: Box, paper: FPDF) -> None:
    if mark.fill:
        paper.set_fill_color(mark.fill)
    if mark.frame:
        paper.set_draw_color(mark.frame)
        paper.set_line_width(mark.thick)
    style = ("D" if mark.frame else "") + ("F" if mark.fill else "")
    rounded = min(mark.round, mark.width / 2.001, mark.height / 2.001)
    paper.rect(mark.x, mark.y, mark.width, mark.height, style, round_corners=rounded > 0, corner_radius=rounded)


def _squares(mark: Squares, paper: FPDF) -> None:
    paper.set_fill_color("#000000")
    side = mark.width / len(mark.rows)
    for down, row in enumerate(mark.rows):
        start = 0
        for along in range(len(row) + 1):
            if along == len(row) or not row[along]:
                if along > start:
                    paper.rect(mark.x + start * side, mark.y + down * side, (along - start) * side, side, "F")
                start = along + 1
