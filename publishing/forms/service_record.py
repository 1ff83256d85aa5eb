"""The record of volunteering, on A4: what was checked in by code and what was written by hand stand apart."""

from collections.abc import Iterator, Sequence

from domain.documents import ServiceLine, ServiceRecordSheet
from publishing import paper_wording as wording
from publishing import wording as common
from publishing.flow import Block, stack
from publishing.form import Form
from publishing.marks import Page, Style
from publishing.palette import GREY, PALE, SLATE
from publishing.parts.furniture import Head, heading, numbered
from publishing.parts.tables import table
from publishing.parts.upright import A4, signed, titled
from publishing.setting import Studio


def lay(sheet: ServiceRecordSheet, studio: Studio) -> tuple[Page, ...]:
    """A sentence that says all, then both lists with their sums, then the issuer."""
    width = A4.inner
    blocks = [
        *titled(wording.SERVICE, common.NUMBER.format(number=sheet.number), studio, width),
        studio.block(_sentence(sheet), Style(14, leading=1.9), width),
        *_part(wording.BY_CODE, sheet.by_code, studio, width),
        *_part(wording.BY_HAND, sheet.by_hand, studio, width),
        signed(sheet.issuer, sheet.day, studio, width),
        studio.block(wording.SERVICE_NOTE, Style(10, colour=PALE), width),
    ]
    return stack(blocks, A4, numbered(studio, width))


def _sentence(sheet: ServiceRecordSheet) -> str:
    return wording.SERVICE_TEXT.format(
        name=sheet.name,
        period=sheet.period,
        community=sheet.community,
        all=_hours((*sheet.by_code, *sheet.by_hand)),
        by_code=_hours(sheet.by_code),
        by_hand=_hours(sheet.by_hand),
    )


def _part(title: str, lines: Sequence[ServiceLine], studio: Studio, width: float) -> Iterator[Block]:
    yield heading(Head(title, SLATE, wording.SUBTOTAL.format(hours=_hours(lines)), 16), studio, width)
    if not lines:
        yield studio.block(wording.NO_SERVICE, Style(12, colour=GREY), width)
        return
    yield from table(wording.SERVICE_HEAD, [(one.day, one.activity, _hours([one])) for one in lines], studio, width)


def _hours(lines: Sequence[ServiceLine]) -> str:
    hours, minutes = divmod(sum(one.minutes for one in lines), 60)
    pattern = wording.BOTH if hours and minutes else wording.MINUTES if minutes else wording.HOURS
    return pattern.format(hours=hours, minutes=minutes)


form = Form(ServiceRecordSheet, lay, scale=2)
