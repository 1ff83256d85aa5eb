"""申报 完成项目 P7: whoever claimed something says that it is done, with a photo if there is one."""

import re
from dataclasses import replace

from domain.decision import Ask, Decision
from domain.matters.matter import MatterAt, OpenMatters
from domain.numerals import fold
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.services.service import CLAIMED, SORTS, is_party
from handlers import finishing_wording as wording
from handlers.photos import photo_of

_DONE = re.compile(
    r"\s*(?:完成|办完|做完)了?(?:项目|求助|认领|任务|调解)?了?\s*[:：]?\s*(P\s*-?\s*[0-9]{1,9})?", re.IGNORECASE
)
ANY = "P"
"""What stands for the only one, where no code was said."""


def finished_code(request: Request) -> str:
    """The code that is said to be done, ``P`` where none is said, empty where something else is declared."""
    said = " ".join(str(request.slot(name) or "") for name in ("item", "note"))
    found = _DONE.match(fold(said))
    if found is None or not (found[1] or "项目" in said or "任务" in said):
        return ""
    return re.sub("[^0-9P]", "", found[1].upper()) if found[1] else ANY


async def finish(request: Request, book: Book, said: str) -> Decision:
    """Hand the report to the sort's ruling; ask for a photo where none came."""
    code = await _only(request, book) if said == ANY else said
    matter = await book.answer(MatterAt(code))
    ruling = request.rulings.get(matter.sort) if matter else None
    if matter is None or ruling is None or ruling.finish is None:
        raise Refusal(wording.NOT_FOUND.format(code=code))
    if request.answers.get("photo") is False:
        raise Refusal(wording.NO_PHOTO)
    picture = photo_of(request)
    decided = await ruling.finish(request, book, matter, picture.id if picture else "")
    if picture:
        return replace(decided, effects=(*decided.effects, picture))
    return replace(decided, ask=Ask("photo", wording.PHOTO, "photo", on_no=wording.NO_PHOTO))


async def _only(request: Request, book: Book) -> str:
    own = [
        one.code
        for one in await book.answer(OpenMatters())
        if one.sort in SORTS and one.state == CLAIMED and is_party(request.sender, one.facts.get("helper"))
    ]
    if len(own) != 1:
        raise Refusal(wording.WHICH)
    return own[0]
