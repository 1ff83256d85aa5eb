"""The certificate of honour, on A4 lying."""

from domain.documents import CertificateSheet
from publishing import paper_wording as wording
from publishing import wording as common
from publishing.flow import Block
from publishing.form import Form
from publishing.marks import Box, Mark, Page, Style
from publishing.palette import CREAM, GOLD, GREY, INK, RED
from publishing.setting import Studio, at, piled

_WIDTH, _HEIGHT, _SIDE = 841.89, 595.28, 118.0
_INNER = _WIDTH - 2 * _SIDE
_FOOT = 150.0


def lay(sheet: CertificateSheet, studio: Studio) -> tuple[Page, ...]:
    """A frame, the title, whom it honours and for what, the number and the issuer."""
    body = _body(sheet, studio)
    top = 176 + max(0.0, (_HEIGHT - _FOOT - 176 - body.height) / 2 - 8)
    title = studio.block(wording.CERTIFICATE, Style(50, "title", RED, leading=1.3), _INNER, "middle")
    marks: list[Mark] = [*_frame(), *at(title, _SIDE, 82), *at(body, _SIDE, top)]
    marks += [Box(_WIDTH / 2 - 34, 156, 68, 2, GOLD)]
    return (Page(_WIDTH, _HEIGHT, (*marks, *at(_foot(sheet, studio), _SIDE, _HEIGHT - _FOOT)), CREAM),)


def _frame() -> tuple[Box, ...]:
    corners = tuple(Box(x, y, 14, 14, GOLD) for x in (35, _WIDTH - 35 - 14) for y in (35, _HEIGHT - 35 - 14))
    return (
        Box(28, 28, _WIDTH - 56, _HEIGHT - 56, frame=GOLD, thick=3.2),
        Box(42, 42, _WIDTH - 84, _HEIGHT - 84, frame=GOLD, thick=0.9),
        *corners,
    )


def _body(sheet: CertificateSheet, studio: Studio) -> Block:
    text = Style(18, leading=1.75)
    blocks = [
        studio.fitted(wording.HONOURED.format(name=sheet.name), Style(24, "title", leading=1.6), _INNER),
        _indented(wording.HONOUR.format(year=sheet.year), text, studio),
        studio.fitted(sheet.honour, Style(36, "title", RED, leading=1.6), _INNER, "middle"),
    ]
    if sheet.reason:
        reason = studio.block(wording.REASON.format(reason=sheet.reason), Style(15, colour=INK), _INNER - 40, most=3)
        blocks.append(Block(reason.height, at(reason, 36)))
    return piled([*blocks, _indented(wording.THANKS, text, studio)], 4)


def _indented(words: str, style: Style, studio: Studio) -> Block:
    block = studio.block(words, style, _INNER - 36)
    return Block(block.height, at(block, 36))


def _foot(sheet: CertificateSheet, studio: Studio) -> Block:
    left = studio.fitted(common.NUMBER.format(number=sheet.number), Style(12, colour=GREY), _INNER * 0.4)
    right = piled(
        [
            studio.fitted(sheet.issuer, Style(17, "bold"), _INNER * 0.55, "right"),
            studio.block(sheet.day, Style(14), _INNER * 0.55, "right"),
        ],
        2,
    )
    return Block(right.height, (*at(left, 0, right.height - left.height - 2), *at(right, _INNER * 0.45)))


form = Form(CertificateSheet, lay, scale=2)
