"""A pending finding between two who settled: two people void it, or it stays."""

from domain.decision import Answer, Decision, Say, Target, Urgency
from domain.findings import states
from domain.matters.matter import Matter, MatterAt, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.query import Book
from domain.request import Request
from domain.services.service import VOIDING
from handlers.pairing import Pairing, by_two
from handlers.services import desk_wording as wording


async def _decide(request: Request, book: Book, asked: Matter, verdict: Verdict) -> Decision:
    about = str(asked.facts["about"])
    words = Pairing(wording.ONCE, wording.STAYS.format(code=about), wording.void_card(asked.line))
    step = await by_two(request, book, asked, verdict, words)
    return step if isinstance(step, Decision) else await _voided(book, asked, step, about)


async def _voided(book: Book, asked: Matter, step: Step, about: str) -> Decision:
    finding = await book.answer(MatterAt(about))
    closed = MoveMatter(asked, "confirmed", step, closes=True)
    if finding is None or finding.closed_at is not None or finding.state in states.DROPPED:
        return Decision(Answer(wording.TOO_LATE.format(code=about)), (closed,), (asked.watch,))
    void = states.close(finding, states.VOID, Step("settled", step.person, step.role, str(asked.facts["dispute"])))
    told = Say(Target("subject", str(finding.subject)), wording.voided(finding), urgency=Urgency.NOTICE)
    effects = (void, closed, *((told,) if finding.facts.get("noticed_at") else ()))
    return Decision(Answer(wording.VOID.format(code=about)), effects, (asked.watch, finding.watch))


ruling = Ruling(VOIDING, _decide)
