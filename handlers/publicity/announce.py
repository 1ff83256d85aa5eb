"""The command 通知: a notice to the groups that the sender serves, read once before it is posted."""

import re

from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.enrolment import EnrolGrid, GridsOf
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.holding import must_not_be_held
from handlers.publicity import wording

_LONGEST = 500
_NUMBERS = re.compile(r"(?<![0-9])(?:1[3-9][0-9]{9}|[0-9]{17}[0-9Xx])(?![0-9])")


async def announce(request: Request, book: Book) -> Decision:
    """Show the notice, and post it on a yes."""
    await must_not_be_held(book)
    text = str(request.slot("text") or request.answers.get("text") or "")
    if not text:
        return Decision(ask=Ask("text", wording.WHAT, "text"))
    if len(text) > _LONGEST:
        raise Refusal(wording.LONGEST)
    if _NUMBERS.search(text):
        raise Refusal(wording.PRIVATE_THINGS)
    grids = await _grids(request, book)
    names = [grid.name for grid in grids]
    if not request.answers.get("post"):
        return Decision(ask=Ask("post", wording.preview(text, names), on_no=wording.DROPPED))
    says = [Say(Target("grid", grid.code), wording.notice(text), urgency=Urgency.PUBLIC) for grid in grids]
    return Decision(Answer(wording.sent(names)), tuple(says))


async def _grids(request: Request, book: Book) -> list[EnrolGrid]:
    """The group it was said in, else all grids of the sender's duties."""
    duties = [one for one in request.sender.duties if one.role in {"grid_worker", "property", "secretary"}]
    here = request.grid.code if request.message.scene == "group" and request.grid else ""
    grids = [
        grid
        for grid in await book.answer(GridsOf())
        if (not here or grid.code == here) and any(duty.serves(grid.code) for duty in duties)
    ]
    if not grids:
        raise Refusal(wording.NO_GRID)
    return grids


command = Command(
    intent="announce",
    title="通知",
    words=Words(
        names=(
            "通知",
            "发通知",
        ),
        phrases=(
            r"(我|请|帮我|要|想|给|麻烦)*(发布|发个?|发一?条|发送|群发|转发)?(<一下>|一条|一个|个)*(群)?(通知|公告|紧急通知|温馨提示)(<一下>|大家|各位|全体|居民|各家各户(?=[:：,，])|下去|到群里|给大家|内容)*[\s:：,，]+{text:text}",
            "(通知|公告)(?![书栏单到了里上的]){text:text}",
            "(发布|发个?|发一?条|发送|群发)(<一下>|一条|一个)*(通知|公告)(大家|各位|居民|业主)?{text:text}",
            "(发布|发个?|发一?条)?(群)?(通知|公告)",
            "通知(<一下>)?(大家|各位(居民|业主)?|全体居民|居民们?|业主们?){text:text}",
        ),
    ),
    who=frozenset({"grid_worker", "property", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    longest=2000,
    handle=announce,
    examples={"通知 明天停水": {"text": "明天停水"}, "通知：周六消杀": {"text": "周六消杀"}},
)
