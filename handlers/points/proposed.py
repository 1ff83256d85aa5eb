"""Awards that need a second person: ten points and more, and what the management group confirms."""

from datetime import date

from domain.awarding import Award
from domain.decision import Answer, Decision, Say, Target, Urgency
from domain.ledger import Hand
from domain.matters.matter import Matter, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.members import Duty, SubjectAt
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.awarding import give
from handlers.points import wording


async def _decide(request: Request, book: Book, matter: Matter, verdict: Verdict) -> Decision:
    duty = duty_for(request.sender, matter)
    proposer = matter.steps[0]
    if duty is None or duty.person == proposer.person:
        raise Refusal(wording.ALREADY_YOURS)
    if verdict.outcome != "confirmed":
        return _fell(matter, duty, proposer, verdict)
    subject = await book.answer(SubjectAt(matter.subject))
    item = request.rules.item(str(matter.facts["item"]))
    if subject is None or item is None:
        raise Refusal(wording.unknown_item(matter.line))
    award = Award(
        subject=matter.subject,
        item=item,
        points=int(matter.facts["points"]),
        source=str(matter.facts["source"]),
        hand=Hand(proposer.person, proposer.role, matter.grid),
        on=date.fromisoformat(str(matter.facts["on"])),
        version=request.rules.version,
        note=proposer.note,
        code=matter.number,
    )
    given = await give(book, award, subject.name)
    moved = MoveMatter(matter, "confirmed", Step("confirmed", duty.person, duty.role, verdict.note), closes=True)
    report = _report(proposer, given.answer)
    return Decision(Answer(given.answer), (*given.entries, moved, given.told, *report), (given.watch, matter.watch))


def _fell(matter: Matter, duty: Duty, proposer: Step, verdict: Verdict) -> Decision:
    moved = MoveMatter(matter, "rejected", Step("rejected", duty.person, duty.role, verdict.note), closes=True)
    words = wording.proposal_fell(matter.code, matter.line, verdict.note)
    report = _report(proposer, words)
    return Decision(Answer(wording.proposal_rejected(matter.code)), (moved, *report), (matter.watch,))


def _report(proposer: Step, words: str) -> tuple[Say, ...]:
    """What the proposer reads; proposals that the bot made itself have none."""
    if not proposer.person:
        return ()
    return (Say(Target("staff", str(proposer.person)), words, urgency=Urgency.NOTICE),)


ruling = Ruling("award", _decide)
