"""The poster beside the notice board."""

from domain.documents import PosterSheet
from publishing import poster_wording as wording
from publishing.codes import squares
from publishing.flow import Block
from publishing.form import Form
from publishing.marks import Box, Mark, Page, Squares, Style
from publishing.palette import CREAM, GREY, HAIR, INK, PAPER, RED, SLATE
from publishing.setting import Studio, at, beside, framed, piled

_WIDTH, _HEIGHT, _SIDE = 595.28, 841.89, 42.0
_INNER = _WIDTH - 2 * _SIDE
_BAND = 158.0
_CODE = 196.0
_CODE_BESIDE_PAGE, _SMALL = 152.0, 80.0
"""The two codes of a poster that offers the page without an account as well."""
_STEPS_LEFT = _CODE + 30
_FOOT = 118.0


def lay(sheet: PosterSheet, studio: Studio) -> tuple[Page, ...]:
    """One page: who it is about, the code, three steps, the promise, the other ways."""
    marks: list[Mark] = [Box(0, 0, _WIDTH, _BAND, SLATE), Box(0, _BAND, _WIDTH, 5, RED)]
    marks += at(_title(sheet, studio), _SIDE, 22)
    y = _BAND + (26 if sheet.page else 32)
    for block in (_middle(sheet, studio), _promise(studio)):
        marks += at(block, _SIDE, y)
        y += block.height + (12 if sheet.page else 24)
    marks += at(_ways(sheet, studio), _SIDE, _HEIGHT - _FOOT - 28)
    danger = studio.block(wording.DANGER, Style(14, "bold", RED), _INNER, "middle")
    marks += at(danger, _SIDE, _HEIGHT - 36)
    return (Page(_WIDTH, _HEIGHT, tuple(marks), CREAM),)


def _title(sheet: PosterSheet, studio: Studio) -> Block:
    place = wording.PLACE.format(community=sheet.community, grid=sheet.grid).strip()
    return piled(
        [
            studio.fitted(place, Style(16, colour="#d5d9dc", leading=1.4), _INNER),
            studio.fitted(wording.TITLE, Style(52, "title", PAPER, leading=1.35), _INNER),
            studio.block(wording.SUBTITLE, Style(19, colour=PAPER, leading=1.5), _INNER),
        ]
    )


def _middle(sheet: PosterSheet, studio: Studio) -> Block:
    side = _CODE_BESIDE_PAGE if sheet.page else _CODE
    left, edge = (_CODE - side) / 2, side * 0.09
    squared = Squares(left + edge, edge, side - 2 * edge, squares(sheet.code))
    card = Block(side, (Box(left, 0, side, side, PAPER, HAIR, 1, 6), squared))
    caption = studio.fitted(wording.SCAN.format(bot=sheet.bot), Style(13.5, "bold"), _CODE, "middle")
    codes = piled([card, caption, _page(sheet, studio)], 8) if sheet.page else piled([card, caption], 8)
    return beside((0, codes), (_STEPS_LEFT, _steps(sheet, studio)))


def _page(sheet: PosterSheet, studio: Studio) -> Block:
    """The second, smaller code: the page without an account, with its address for whoever types it."""
    card = (Box(0, 0, _SMALL, _SMALL, PAPER, HAIR, 1, 4), Squares(6, 6, _SMALL - 12, squares(sheet.page)))
    width = _CODE - _SMALL - 10
    said = piled(
        [
            studio.fitted(wording.PAGE[0], Style(11.5, "bold", leading=1.5), width),
            studio.fitted(wording.PAGE[1], Style(11.5, leading=1.5), width),
            studio.block(sheet.page.split("://")[-1].rstrip("/"), Style(8.5, colour=GREY, leading=1.3), width, most=3),
        ]
    )
    return beside((0, Block(_SMALL, card)), (_SMALL + 10, said))


def _steps(sheet: PosterSheet, studio: Studio) -> Block:
    width = _INNER - _STEPS_LEFT
    steps = [_step(number, words, sheet.bot, studio) for number, words in enumerate(wording.STEPS, 1)]
    said = studio.fitted(wording.EXAMPLE, Style(15, "bold", leading=1.4), width - 24)
    bubble = framed(said, width, 12, Box(0, 0, 0, 0, "#dff0d8", round=8))
    example = piled([studio.block(wording.EXAMPLE_TITLE, Style(11.5, colour=GREY), width), bubble], 2)
    return piled([*steps, example], 13)


def _step(number: int, words: tuple[str, str], bot: str, studio: Studio) -> Block:
    width = _INNER - _STEPS_LEFT - 36
    figure = Style(14, "bold", PAPER, leading=1)
    badge = (
        Box(0, 1, 25, 25, RED, round=12.5),
        *at(studio.block(str(number), figure, 25, "middle"), 0, 6),
    )
    said = piled(
        [
            studio.block(words[0], Style(17, "bold", leading=1.5), width),
            studio.block(words[1].format(bot=bot), Style(12.5, leading=1.5), width),
        ]
    )
    return Block(said.height, (*badge, *at(said, 36)))


def _promise(studio: Studio) -> Block:
    width = _INNER - 40
    points = [
        beside((0, studio.block("·", Style(13, "bold", RED), 12)), (14, studio.block(one, Style(13), width - 14)))
        for one in wording.PROMISE
    ]
    last = studio.block(wording.STRONGER, Style(13, "bold"), width - 14)
    title = studio.block(wording.PROMISE_TITLE, Style(20, "bold", RED, leading=1.5), width)
    inside = piled([title, *points, beside((14, last))], 3)
    box = framed(inside, _INNER, 20, Box(0, 0, 0, 0, PAPER, HAIR, 1, 6))
    return Block(box.height, (*box.marks, Box(0, 8, 4, box.height - 16, RED)))


def _ways(sheet: PosterSheet, studio: Studio) -> Block:
    figures = (sheet.phone, sheet.box, "12345")
    under = (wording.WAYS[0][1], sheet.emptied, wording.WAYS[2][1])
    titles = [title for title, _ in wording.WAYS]
    lefts, widths = (0.0, 172.0, 398.0), (146.0, 202.0, 113.0)
    marks: list[Mark] = [Box(0, 0, _INNER, 1.4, INK)]
    for left, width, *words in zip(lefts, widths, titles, figures, under, strict=True):
        marks += at(_way(words, width, studio), left, 12)
        if left:
            marks.append(Box(left - 12, 16, 0.8, _FOOT - 44, HAIR))
    return Block(_FOOT, tuple(marks))


def _way(words: list[str], width: float, studio: Studio) -> Block:
    title, figure, under = words
    is_number = not any("\u4e00" <= one <= "\u9fff" for one in figure)
    large = (
        studio.fitted(figure, Style(21, "bold", leading=1.4), width)
        if is_number
        else studio.block(figure, Style(14, "bold", leading=1.4), width, most=2)
    )
    return piled(
        [
            studio.block(title, Style(11.5, colour=GREY), width),
            large,
            studio.block(under, Style(11, colour=GREY, leading=1.45), width, most=2),
        ]
    )


form = Form(PosterSheet, lay)
