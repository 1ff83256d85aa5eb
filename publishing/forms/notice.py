"""A slip in large print for somebody without a phone, on A5 or A4."""

from domain.documents import NoticeSheet
from publishing import paper_wording as wording
from publishing import wording as common
from publishing.flow import Block, Paper, stack
from publishing.form import Form
from publishing.marks import Box, Page, Style
from publishing.palette import GREY, HAIR, RED
from publishing.setting import Studio, at, piled

_A5 = Paper(419.53, 595.28, 40, 38, 36)
_A4 = Paper(595.28, 841.89, 56, 54, 50)


def lay(sheet: NoticeSheet, studio: Studio) -> tuple[Page, ...]:
    """Who, which month, each figure in a row of its own, whom to ask."""
    paper = _A5 if sheet.small else _A4
    grow = 1.0 if sheet.small else 1.4
    width = paper.inner
    text = Style(18 * grow, leading=1.6)
    blocks = [
        studio.fitted(sheet.community, Style(13 * grow, colour=GREY), width),
        studio.block(wording.NOTICE, Style(32 * grow, "title", leading=1.4), width),
        Block(4, (Box(0, 0, width, 2.4, RED),), above=4),
        _spaced(studio.block(wording.NOTICE_NAME.format(name=sheet.name), Style(22 * grow, "bold"), width), 10),
        studio.block(wording.NOTICE_TEXT.format(period=sheet.period), text, width),
        *(_line(name, figure, studio, width, grow) for name, figure in sheet.lines),
        *([_spaced(studio.block(sheet.note, text, width), 10)] if sheet.note else []),
        _foot(sheet, studio, width, grow),
    ]
    return stack(blocks, paper)


def _spaced(block: Block, above: float) -> Block:
    return Block(block.height, block.marks, above=above)


def _line(name: str, figure: str, studio: Studio, width: float, grow: float) -> Block:
    large = Style(27 * grow, "bold", leading=1.5)
    room = studio.width(figure, large) + 14
    right = studio.fitted(figure, large, min(room, width / 2), "right")
    left = studio.block(name, Style(19 * grow, leading=1.5), width - min(room, width / 2))
    tall = max(left.height, right.height) + 8 * grow
    places = (*at(left, 0, (tall - left.height) / 2), *at(right, width - min(room, width / 2), 4 * grow))
    return Block(tall, (*places, Box(0, tall - 1, width, 1, HAIR)), above=2)


def _foot(sheet: NoticeSheet, studio: Studio, width: float, grow: float) -> Block:
    ask = wording.NOTICE_ASK.format(phone=sheet.phone)
    inside = [
        studio.block(ask, Style(17 * grow, "bold", leading=1.5), width),
        studio.block(sheet.day, Style(12 * grow, colour=GREY), width, "right"),
        studio.block(common.DISCLAIMER, Style(10 * grow, colour=GREY), width),
    ]
    return _spaced(piled(inside, 4), 16)


form = Form(NoticeSheet, lay, scale=2.5)
