"""The command 已发出: what was prepared for pasting stands in the group now."""

from domain import pasting_wording as wording
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.matters.matter import Matter, MatterAt, OpenMatters
from domain.matters.standing_by import duty_for
from domain.pasting import SORT, done, is_quoted
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request


async def posted(request: Request, book: Book) -> Decision:
    """By code, by quoting the text or its card, or the only one; whoever it is not for learns nothing."""
    open_ones = tuple(one for one in await book.answer(OpenMatters(sort=SORT)) if duty_for(request.sender, one))
    code = str(request.slot("ref") or "")
    if not code and (quoted := _quoted(request, open_ones)):
        code = quoted
    if code:
        return marked(request, await _meant(request, book, code))
    if not open_ones:
        return Decision(Answer(wording.NOTHING))
    if len(open_ones) > 1:
        raise Refusal(wording.which(open_ones))
    return marked(request, open_ones[0])


def _quoted(request: Request, open_ones: tuple[Matter, ...]) -> str:
    """The code of what is quoted, by the code in the card or by the text itself."""
    quote = request.message.quote
    if quote is None or not quote.of_bot:
        return ""
    return next((one.code for one in open_ones if one.code in quote.text or is_quoted(one, quote.text)), "")


async def _meant(request: Request, book: Book, code: str) -> Matter:
    found = await book.answer(MatterAt(code))
    if found is None or found.sort != SORT or not _may(request, found):
        raise Refusal(wording.NOT_FOUND.format(code=code))
    if found.closed_at is not None:
        raise Refusal(wording.already(found))
    return found


def _may(request: Request, matter: Matter) -> bool:
    """Closed ones wait for nobody; who served the grid may hear that they are done."""
    if matter.closed_at is None:
        return duty_for(request.sender, matter) is not None
    return any(duty.serves(matter.grid) for duty in request.sender.duties)


def marked(request: Request, matter: Matter) -> Decision:
    """Close it with the day and whoever said so."""
    duty = duty_for(request.sender, matter)
    if duty is None:
        raise Refusal(wording.NOT_FOUND.format(code=matter.code))
    return Decision(Answer(wording.noted(matter, request.now)), (done(matter, duty),), (matter.watch,))


command = Command(
    intent="posted",
    title="已发出",
    words=Words(
        names=("已发出",),
        phrases=(
            "(我|都|已经|已|内容|全部)*(已发出|发出了|已发布|发出去了|已经发出|发好了|已转发|贴出去了|发了)(去|了)?~({ref:any})?",
            "{ref:any}~(已发出|发出了|发出去了|发好了)",
        ),
    ),
    who=frozenset({"grid_worker", "property", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    handle=posted,
    examples={"已发出": {}},
)
