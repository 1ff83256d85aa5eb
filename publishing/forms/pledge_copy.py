"""The signer's copy of a pledge, on A4."""

from domain.documents import PledgeCopySheet
from publishing import paper_wording as wording
from publishing.flow import Block, stack
from publishing.form import Form
from publishing.marks import Box, Page, Style
from publishing.palette import GREY, HAIR, PALE
from publishing.parts.furniture import numbered
from publishing.parts.upright import A4, titled
from publishing.setting import Studio, at, beside, piled


def lay(sheet: PledgeCopySheet, studio: Studio) -> tuple[Page, ...]:
    """The text in full, then who signed which version when, and the receipt."""
    width = A4.inner
    text = [_paragraph(one, studio, width) for one in sheet.text]
    blocks = [
        *titled(f"{wording.PLEDGE}　{sheet.title}", f"{sheet.community}　{wording.PLEDGE_COPY}", studio, width),
        *text,
        _signature(sheet, studio, width),
        studio.block(wording.PLEDGE_NOTE, Style(10.5, colour=PALE), width),
    ]
    return stack(blocks, A4, numbered(studio, width))


def _paragraph(words: str, studio: Studio, width: float) -> Block:
    block = studio.block(words, Style(15, leading=1.95), width)
    return Block(block.height, block.marks, above=4)


def _signature(sheet: PledgeCopySheet, studio: Studio, width: float) -> Block:
    rows = (
        (wording.SIGNER, sheet.signer),
        (wording.SIGNED, sheet.time),
        (wording.VERSION, sheet.version),
        (wording.RECEIPT, sheet.receipt),
    )
    lines = [
        beside(
            (0, studio.block(name, Style(12.5, colour=GREY, leading=1.7), 80)),
            (92, studio.block(said, Style(13, "bold", leading=1.63), width - 92)),
        )
        for name, said in rows
    ]
    block = piled(lines, 2)
    return Block(block.height + 30, (Box(0, 0, width, 1, HAIR), *at(block, 0, 16)), above=36)


form = Form(PledgeCopySheet, lay, scale=2)
