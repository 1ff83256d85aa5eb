"""What delivery does where a person has to press send: the text goes to whoever pastes it, together with the mark."""

from domain.members import OnDuty
from domain.outbox import Owed
from domain.pasting import Paste, handed_over, whose
from domain.query import Book
from scheduler.planning import Step


async def pasted(book: Book, owed: Owed, step: Step) -> tuple[object, ...]:
    """The effects that hand one step of a message to people."""
    grid = owed.target.id if owed.target.kind == "grid" else ""
    paste = Paste(step.route.conversation, step.outgoing.text, owed.file, grid, owed.expires_at)
    return handed_over(paste, await book.answer(OnDuty(whose(grid), grid)))
