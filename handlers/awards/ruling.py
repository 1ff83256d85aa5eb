"""How a nominee answers: takes part and in which form, declines, or keeps the name out of the list."""

from domain.awards.nomination import (
    ASKED,
    CHOSEN,
    DECLINED,
    PUBLIC,
    SORT,
    UNNAMED,
    WILLING,
    Nomination,
    ended,
    forms,
    moved,
)
from domain.decision import Answer, Ask, Decision
from domain.matters.matter import Matter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.members import SubjectAt
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.awards import wording
from handlers.replying import reply

_MINUTES = 3 * 24 * 60
_FORM = "named"


async def decide(request: Request, book: Book, matter: Matter, said: Verdict) -> Decision:
    """Take the nominee's word; nobody else's counts."""
    nomination, yes = Nomination(matter), said.outcome == "confirmed"
    if matter.subject not in {one.id for one in request.sender.subjects}:
        raise Refusal(wording.OVER)
    if matter.state == ASKED:
        return await _willing(request, book, nomination) if yes else _declined(nomination)
    if matter.state in {CHOSEN, PUBLIC}:
        return _shown(nomination, yes=yes)
    raise Refusal(wording.OVER)


async def _willing(request: Request, book: Book, nomination: Nomination) -> Decision:
    matter = nomination.matter
    award, subject = nomination.award_of(request.rules), await book.answer(SubjectAt(matter.subject))
    if award is None or subject is None:
        raise Refusal(wording.OVER)
    choices = forms(subject, award.subject)
    said = request.answers.get(_FORM)
    if said not in choices:
        return Decision(ask=Ask(_FORM, wording.HOW_NAMED, "choice", tuple(choices), _MINUTES))
    named = choices[str(said)]
    words = wording.form(str(said), named=named != UNNAMED)
    step = moved(nomination, WILLING, Step("willing", role="resident"), named=named, asked="")
    return Decision(Answer(wording.WILLING.format(title=award.title, form=words)), (step,), (matter.watch,))


def _declined(nomination: Nomination) -> Decision:
    step = ended(nomination, DECLINED, Step("declined", role="resident"))
    return Decision(Answer(wording.DECLINED), (step,), (nomination.matter.watch,))


def _shown(nomination: Nomination, *, yes: bool) -> Decision:
    if yes:
        return Decision(Answer(wording.KEPT))
    matter = nomination.matter
    step = moved(nomination, matter.state, Step("unnamed", role="resident"), named=UNNAMED, asked="")
    return Decision(Answer(wording.UNNAMED_NOW), (step,), (matter.watch,))


ruling = Ruling(SORT, decide, reply=reply)
