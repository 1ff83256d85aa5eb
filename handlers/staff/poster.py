"""The command 生成海报: the poster of a grid, to print and as a picture."""

import json
from typing import Any

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision, Say, Target
from domain.document_files import attachment_of
from domain.documents import PosterSheet
from domain.enrolment import EnrolGrid, GridsOf
from domain.numerals import digits_of, fold
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.staff import poster_wording as wording


async def poster(request: Request, book: Book) -> Decision:
    """Draw the poster of the grid that was named, else of the sender's only one."""
    grid = await _grid(request, book)
    facts: dict[str, Any] = json.loads(grid.facts)
    phone, box = str(facts.get("hotline") or ""), str(facts.get("report_address") or "")
    if not (phone and box):
        raise Refusal(wording.NO_FACTS.format(grid=grid.name))
    entrance = request.outside.entrance
    sheet = PosterSheet(
        community=str(facts.get("community") or entrance.community),
        grid=grid.name,
        bot=entrance.bot,
        code=entrance.link or wording.SEARCH.format(bot=entrance.bot),
        phone=phone,
        box=box,
        page=entrance.page,
    )
    paper = attachment_of(sheet, wording.FILE.format(grid=grid.name, ending="pdf"))
    picture = attachment_of(sheet, wording.FILE.format(grid=grid.name, ending="png"))
    account = request.sender.account
    shown = Say(Target("account", account.id, account.channel), wording.PICTURE, file=picture.id)
    return Decision(Answer(wording.MADE.format(grid=grid.name), file=paper.id), (paper, picture, shown))


async def _grid(request: Request, book: Book) -> EnrolGrid:
    duties = [one for one in request.sender.duties if one.role in {"grid_worker", "secretary"}]
    served = [one for one in await book.answer(GridsOf()) if any(duty.serves(one.code) for duty in duties)]
    said = str(request.slot("grid") or request.answers.get("grid") or "").strip()
    if said:
        served = [one for one in served if _bare(said) in {_bare(one.name), _bare(one.code)}]
    if not served:
        raise Refusal(wording.NO_GRID)
    if len(served) > 1:
        raise Refusal(wording.WHICH.format(grids="、".join(one.name for one in served)))
    return served[0]


def _bare(name: str) -> str:
    """A grid's name in plain figures, as 二网格 and ２网格 are the same."""
    return "".join(digits_of(sign) or sign for sign in fold(name) if not sign.isspace())


command = Command(
    intent="poster",
    title="生成海报",
    words=Words(
        names=(
            "生成海报",
            "海报",
        ),
        phrases=(
            "(生成|做|制作|出|来|要)?(<一下>|一张|张|个|一份)*(网格|群|宣传|入群)?海报~(给)?{grid:text}?",
            "(生成|做|制作|出|来|要|打印|给我)+(<一下>|一张|张|个|一份)*{grid:brief}<的>?(举报|宣传|保密)?海报",
            "(把|给){grid:brief}<的>?(做|生成|出)(一张|张|个)?海报",
        ),
    ),
    who=frozenset({"grid_worker", "secretary"}),
    where=Where.PRIVATELY,
    handle=poster,
    examples={"生成海报 二网格": {"grid": "二网格"}, "生成海报": {}},
)
