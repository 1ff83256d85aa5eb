"""What waits for whoever wrote, and the numbered list of it; shared by 今日, 待办 and 属实."""

from collections.abc import Sequence

from domain.decision import Answer, Decision
from domain.matters import wording
from domain.matters.matter import KeepAgenda, Matter, OpenMatters
from domain.matters.standing_by import duty_for
from domain.members import Sender
from domain.query import Book
from domain.request import Request
from domain.services.service import is_party


async def waiting(request: Request, book: Book) -> tuple[Matter, ...]:
    """Everything the sender may decide now, the most urgent first."""
    matters = [one for one in await book.answer(OpenMatters()) if asked_of(request.sender, one)]
    for ruling in request.rulings.values():
        if ruling.waiting is not None:
            matters += await ruling.waiting(request, book)
    return tuple(sorted(matters, key=lambda one: (one.due_at is None, one.due_at, one.opened_at, one.code)))


def asked_of(sender: Sender, matter: Matter) -> bool:
    """True where a matter waits for a duty of the sender's, or a question about it was brought to the sender."""
    return duty_for(sender, matter) is not None or is_party(sender, matter.facts.get("asked"))


def listed(request: Request, title: str, matters: Sequence[Matter]) -> Decision:
    """The numbered list, its rows kept so that they may be answered by number."""
    if not matters:
        return Decision(Answer(wording.NOTHING))
    shown = tuple(matters[: wording.LONGEST])
    kept = KeepAgenda(request.sender.account, tuple(one.code for one in shown))
    return Decision(Answer("", wording.agenda(title, shown, len(matters))), (kept,))
