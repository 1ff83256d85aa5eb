"""Help out of the pool: two people agree, and no more is given than was donated."""

from domain.decision import Answer, Decision, Say, Target, Urgency
from domain.ledger import Hand
from domain.matters.matter import Matter, MoveMatter
from domain.matters.ruling import Ruling, Verdict
from domain.members import SubjectAt
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.shop.sharing import RELIEF, PoolOf, Share, helped
from domain.standing import StandingOf
from handlers.pairing import Pairing, by_two
from handlers.rewards import sharing_wording as wording


async def _decide(request: Request, book: Book, asked: Matter, verdict: Verdict) -> Decision:
    words = Pairing(wording.ONCE, wording.STAYS, wording.help_card(asked.line))
    step = await by_two(request, book, asked, verdict, words)
    if isinstance(step, Decision):
        return step
    pool, points = await book.answer(PoolOf()), int(asked.facts["points"])
    receiver = await book.answer(SubjectAt(asked.subject))
    if receiver is None or points > pool.points:
        raise Refusal(wording.pool_short(pool.points))
    hand = Hand(step.person, step.role, asked.grid)
    entry = helped(Share(asked.code, points, civil(request.now), request.rules.version), receiver, hand)
    closed = MoveMatter(asked, "confirmed", step, closes=True)
    told = Say(Target("subject", str(receiver.id)), wording.received(entry.code, points), urgency=Urgency.NOTICE)
    standing = await book.answer(StandingOf(receiver.id))
    watches = (asked.watch, pool.watch, standing.watch)
    return Decision(Answer(wording.given(entry.code, points)), (entry, closed, told), watches)


ruling = Ruling(RELIEF, _decide)
