"""What delivery does where a person has to press send: it goes to whoever does that, together with the mark."""

from domain.members import OnDuty
from domain.outbox import Owed
from domain.pasting import Paste, handed_over, whose
from domain.query import Book
from scheduler.planning import Step


async def pasted(book: Book, owed: Owed, step: Step, title: str, task: str = "") -> tuple[object, ...]:
    """The effects that hand one step of a message to people; with a task they only have to confirm it."""
    grid = owed.target.id if owed.target.kind == "grid" else ""
    paste = Paste(title, step.outgoing.text, owed.file, grid, owed.expires_at, task)
    return handed_over(paste, await book.answer(OnDuty(whose(grid), grid)))
