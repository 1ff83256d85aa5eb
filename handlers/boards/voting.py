"""A vote on a board: two different people, one a supervisor, nobody concerned, no open 反对."""

import re
from dataclasses import replace

from domain.boards.states import SORT, Kept
from domain.boards.wording import rejected
from domain.decision import Answer, Decision, Say, Target, Urgency
from domain.findings.settling import votes
from domain.matters.matter import Matter, MatterAt, MoveMatter, OpenMatters, Step
from domain.matters.ruling import Verdict
from domain.matters.standing_by import concerned
from domain.members import OnDuty
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.agenda import waiting
from handlers.boards import wording
from handlers.boards.keeping import kept_board, quarter_meant, seat
from handlers.staffed import must_be_staffed

_QUOTED = re.compile(r"B[0-9]{4}Q[1-4]")


async def board_meant(request: Request, book: Book) -> Matter | None:
    """The board of the code, of the quoted card, or the only one that waits for votes."""
    if request.slot("ref"):
        quarter = quarter_meant(request)
        kept = await kept_board(book, quarter)
        if kept is None:
            raise Refusal(wording.no_draft(quarter))
        return kept.matter
    quote = request.message.quote
    if quote is not None and quote.of_bot:
        code = _QUOTED.search(quote.text)
        return await book.answer(MatterAt(code[0])) if code else None
    open_ones = [Kept(one) for one in await book.answer(OpenMatters(sort=SORT))]
    undecided = [one for one in open_ones if one.edition != "full"]
    if len(undecided) > 1:
        raise Refusal(wording.which_board([one.matter.code for one in undecided]))
    return await book.answer(MatterAt(undecided[0].matter.code)) if undecided else None


async def several_wait(request: Request, book: Book) -> bool:
    """True where a bare word could mean a board or a second confirmation."""
    if request.slot("ref") or request.message.quote is not None:
        return False
    boards = await book.answer(OpenMatters(sort=SORT))
    if not any(not Kept(one).edition for one in boards):
        return False
    return any(one.sort == "finding" and one.state == "seconding" for one in await waiting(request, book))


async def vote(request: Request, book: Book, matter: Matter, said: Verdict) -> Decision:
    """Note a vote."""
    kept, duty, yes = Kept(matter), seat(request), said.outcome == "confirmed"
    code = matter.code
    if matter.closed_at is not None:
        raise Refusal(wording.closed(code))
    if kept.edition == "full":
        raise Refusal(wording.out(code))
    if concerned(request.sender, duty, kept.draft.concerns):
        raise Refusal(wording.CONCERNED)
    await must_be_staffed(book)
    before = votes(kept.voting).get(duty.person)
    if before and (before.act == "approve") == yes:
        raise Refusal(wording.AGAIN)
    step = Step("approve" if yes else "reject", duty.person, duty.role, said.note)
    voted = Kept(replace(matter, steps=(*matter.steps, step)))
    moved = MoveMatter(matter, matter.state, step)
    told = () if yes else await _told(book, code, said.note)
    return Decision(Answer(_answer(request, voted, yes=yes)), (moved, *told), (matter.watch,))


async def _told(book: Book, code: str, note: str) -> tuple[Say, ...]:
    return tuple(
        Say(Target("staff", str(one.person)), rejected(code, note), urgency=Urgency.NOTICE)
        for one in await book.answer(OnDuty("secretary"))
    )


def _answer(request: Request, voted: Kept, *, yes: bool) -> str:
    code = voted.matter.code
    if voted.approved:
        end = voted.objections_end(request.rules)
        return wording.approved(code, end, request.at, late=bool(voted.edition))
    count = sum(1 for one in votes(voted.voting).values() if one.act == "approve")
    return wording.noted(code, yes=yes, votes=count)
