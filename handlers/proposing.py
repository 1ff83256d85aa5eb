"""Points that the management group confirms, proposed by the bot after somebody's work was called done."""

from datetime import date

from domain.code import NewCode
from domain.matters.matter import Holder, OpenMatter, Step, concerns_of
from domain.members import Subject
from domain.query import Book
from domain.rules.catalogue import Item
from handlers import proposing_wording as wording
from handlers.cards import cards, hands


async def proposed(book: Book, subject: Subject, item: Item, on: date, source: str) -> tuple[object, ...]:
    """The proposal under its L number, and cards for who may confirm it."""
    code, concerns = NewCode("L"), concerns_of(subject)
    line = wording.line(subject.name, item)
    opened = OpenMatter(
        code=code,
        sort="award",
        state="proposed",
        line=line,
        step=Step("proposed", note=wording.note(source)),
        subject=subject.id,
        grid=subject.grid,
        holder=Holder("supervisor"),
        concerns=concerns,
        facts={"item": item.code, "points": item.points, "on": on.isoformat(), "source": f"service:{source}"},
    )
    people = [
        *await hands(book, "supervisor", subject.grid, concerns),
        *await hands(book, "secretary", subject.grid, concerns),
    ]
    return (opened, *cards(people, wording.card(code, line, source)))
