"""How a grid worker answers a question: by quoting its card, or by its row of 今日."""

from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.matters.matter import Matter, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.questions import wording
from handlers.questions.ask import SORT


async def _decide(request: Request, _book: Book, question: Matter, _verdict: Verdict) -> Decision:
    """A verdict says nothing about a question, so the words of the answer are asked for."""
    words = str(request.answers.get("words") or "")
    return _answered(request, question, words) if words else Decision(ask=Ask("words", wording.HOW, "text"))


async def _reply(request: Request, _book: Book, question: Matter, words: str) -> Decision | None:
    hands = {duty.person for duty in request.sender.duties}
    own = question.subject in {one.id for one in request.sender.subjects}
    if not own and not duty_for(request.sender, question) and not any(one.person in hands for one in question.steps):
        return None
    if question.closed_at is not None:
        raise Refusal(wording.ALREADY_ANSWERED)
    return _answered(request, question, words)


def _answered(request: Request, question: Matter, words: str) -> Decision:
    duty = duty_for(request.sender, question)
    if duty is None:
        raise Refusal(wording.CLOSED)
    moved = MoveMatter(question, "answered", Step("answered", duty.person, duty.role, words), closes=True)
    asker = Target("account", str(question.facts["account"]), str(question.facts["channel"]))
    told = Say(asker, wording.told(question.line, words), urgency=Urgency.NOTICE)
    return Decision(Answer(wording.ANSWERED), (moved, told), (question.watch,))


ruling = Ruling(SORT, _decide, reply=_reply)
