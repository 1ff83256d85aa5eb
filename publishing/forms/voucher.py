"""The voucher to show at the counter: a small picture with the code to read and to scan."""

from domain.documents import VoucherSheet
from publishing import paper_wording as wording
from publishing.codes import squares
from publishing.flow import Block
from publishing.form import Form
from publishing.marks import Box, Mark, Page, Squares, Style
from publishing.palette import CREAM, GREY, HAIR, PAPER, RED
from publishing.setting import Studio, at, piled

_WIDTH, _SIDE, _CODE = 360.0, 20.0, 168.0
_CARD = _WIDTH - 2 * _SIDE
_INNER = _CARD - 44
_HEAD = 64.0


def lay(sheet: VoucherSheet, studio: Studio) -> tuple[Page, ...]:
    """A card: what it is worth, the code, until when."""
    body = _body(sheet, studio)
    tall = _HEAD + 20 + body.height + 22
    marks: list[Mark] = [
        Box(_SIDE, _SIDE, _CARD, tall, PAPER, HAIR, 1, 12),
        Box(_SIDE, _SIDE, _CARD, _HEAD, RED, round=12),
        Box(_SIDE, _SIDE + 14, _CARD, _HEAD - 14, RED),
        *at(_head(sheet, studio), _SIDE + 22, _SIDE + 17),
        *at(body, _SIDE + 22, _SIDE + _HEAD + 20),
    ]
    return (Page(_WIDTH, tall + 2 * _SIDE, tuple(marks), CREAM),)


def _head(sheet: VoucherSheet, studio: Studio) -> Block:
    name = studio.block(wording.VOUCHER, Style(21, "bold", PAPER, leading=1.45), 90)
    community = studio.fitted(sheet.community, Style(12.5, colour=PAPER, leading=1.5), _INNER - 90, "right")
    return Block(name.height, (*name.marks, *at(community, 90, 9)))


def _body(sheet: VoucherSheet, studio: Studio) -> Block:
    left = (_INNER - _CODE) / 2
    code = Block(_CODE + 50, (Squares(left, 26, _CODE, squares(sheet.code)),))
    blocks = [
        studio.block(sheet.reward, Style(20, "bold", leading=1.45), _INNER, "middle", most=3),
        *([studio.block(sheet.where, Style(12.5, colour=GREY), _INNER, "middle", most=2)] if sheet.where else []),
        code,
        studio.fitted(_in_groups(sheet.code), Style(31, "bold", leading=1.3), _INNER, "middle"),
        studio.block(wording.VOUCHER_UNTIL.format(until=sheet.until), Style(14, "bold", RED), _INNER, "middle"),
        studio.block(wording.VOUCHER_SHOW, Style(11, colour=GREY), _INNER, "middle"),
    ]
    return piled(blocks, 6)


def _in_groups(code: str) -> str:
    return " ".join(code[first : first + 4] for first in range(0, len(code), 4))


form = Form(VoucherSheet, lay, scale=3)
