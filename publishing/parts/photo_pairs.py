"""Two photos of one place, before and after."""

from domain.documents import PhotoPair
from publishing import board_wording as wording
from publishing.flow import Block
from publishing.marks import Box, Mark, Photo, Style
from publishing.palette import GREEN, MIST, PALE, PAPER, SLATE
from publishing.pictures import is_photo
from publishing.setting import Studio, at

_GAP = 10.0


def pair(one: PhotoPair, studio: Studio, width: float) -> Block:
    """The place, and its two photos side by side."""
    title = studio.block(one.place, Style(14, "bold"), width)
    wide = (width - _GAP) / 2
    # On paper a little lower, so that more of them stand on a page.
    tall = wide * (0.6 if studio.for_paper else 0.75)
    before = _photo(one.before, (wording.BEFORE, SLATE), (wide, tall), studio)
    after = _photo(one.after, (wording.AFTER, GREEN), (wide, tall), studio)
    top = title.height + 4
    marks = (*title.marks, *at(before, 0, top), *at(after, wide + _GAP, top))
    return Block(top + tall, marks, above=12)


def _photo(number: str, label: tuple[str, str], size: tuple[float, float], studio: Studio) -> Block:
    words, colour = label
    body = studio.photos.get(number, b"")
    style = Style(11.5, "bold", PAPER, leading=1.4)
    tag = studio.width(words, style) + 16
    marks: list[Mark] = [Box(0, 0, *size, MIST)]
    if is_photo(body):
        marks.append(Photo(0, 0, *size, body))
    else:
        lost = studio.block(wording.LOST_PHOTO, Style(12, colour=PALE), size[0], "middle")
        marks += at(lost, 0, size[1] / 2 - 9)
    return Block(size[1], (*marks, Box(0, 0, tag, style.line + 6, colour), *at(studio.block(words, style, tag), 8, 3)))
