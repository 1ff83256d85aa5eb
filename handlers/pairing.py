"""What two different people decide: the first 属实 passes it on, the second one is what carries it out."""

from dataclasses import dataclass

from domain.decision import Answer, Card, Decision
from domain.matters.matter import Holder, Matter, MoveMatter, Step
from domain.matters.ruling import Verdict
from domain.matters.standing_by import duty_for
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.cards import cards, hands

SECOND = "这一件您已经确认过了，要另一个人再确认，什么都没有改。"


@dataclass(frozen=True, slots=True)
class Pairing:
    """What is said on the way: after the first yes, after a no, and the card for the second hand."""

    once: str
    stays: str
    card: Card


async def by_two(request: Request, book: Book, asked: Matter, verdict: Verdict, words: Pairing) -> Decision | Step:
    """The step of the second person who agrees; before that the decision that ends or goes on."""
    duty = duty_for(request.sender, asked)
    before = [step.person for step in asked.steps if step.act == "confirmed"]
    if duty is None or duty.person in before:
        raise Refusal(SECOND)
    step = Step(verdict.outcome, duty.person, duty.role, verdict.note)
    if verdict.outcome != "confirmed":
        moved = MoveMatter(asked, "rejected", step, closes=True)
        return Decision(Answer(words.stays), (moved,), (asked.watch,))
    if before:
        return step
    moved = MoveMatter(asked, "once", step, Holder("supervisor"))
    told = await shown_to_two(book, asked.grid, asked.concerns, words.card, (step.person,))
    return Decision(Answer(words.once), (moved, *told), (asked.watch,))


async def shown_to_two(
    book: Book, grid: str, concerns: tuple[str, ...], card: Card, besides: tuple[int, ...] = ()
) -> tuple[object, ...]:
    """The card for the supervisors and the secretary, without whom it concerns."""
    supervisors = await hands(book, "supervisor", grid, concerns, besides)
    return cards((*supervisors, *await hands(book, "secretary", grid, concerns, besides)), card)
