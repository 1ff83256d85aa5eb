"""How a hand-over is confirmed: two people, and the community's own finding ends without points."""

from domain.decision import Answer, Decision, Say, Target, Urgency
from domain.findings import states
from domain.findings.handing_over import SORT, may_go
from domain.matters.matter import Matter, MatterAt, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.query import Book
from domain.request import Request
from handlers.findings import handover_wording as wording
from handlers.pairing import Pairing, by_two


async def _decide(request: Request, book: Book, asked: Matter, verdict: Verdict) -> Decision:
    about = str(asked.facts["about"])
    words = Pairing(wording.ONCE, wording.STAYS.format(code=about), wording.card(asked.line))
    step = await by_two(request, book, asked, verdict, words)
    return step if isinstance(step, Decision) else await _handed_over(book, asked, step, about)


async def _handed_over(book: Book, asked: Matter, step: Step, about: str) -> Decision:
    finding = await book.answer(MatterAt(about))
    if finding is None or not may_go(finding):
        closed = MoveMatter(asked, "rejected", step, closes=True)
        return Decision(Answer(wording.TOO_LATE.format(code=about)), (closed,), (asked.watch,))
    closed = MoveMatter(asked, "confirmed", step, closes=True)
    authority = str(asked.facts["authority"])
    void = states.close(finding, states.VOID, Step("handed_over", step.person, step.role, authority))
    told = Say(Target("subject", str(finding.subject)), wording.told(finding, authority), urgency=Urgency.NOTICE)
    effects = (void, closed, *((told,) if finding.facts.get("noticed_at") else ()))
    return Decision(Answer(wording.DONE.format(code=about)), effects, (asked.watch, finding.watch))


ruling = Ruling(SORT, _decide)
