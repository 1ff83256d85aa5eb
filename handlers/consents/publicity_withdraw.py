"""The command 撤回公示同意: no name in public any more."""

from domain.command import BOUND, Command, Where, Words
from domain.consents import ConsentOf, SetConsent
from domain.decision import Answer, Decision
from domain.query import Book
from domain.request import Request
from handlers.consents import wording


async def publicity_withdraw(request: Request, book: Book) -> Decision:
    """Take the consent back; boards in force are put right within a day."""
    subject = request.subject
    if not await book.answer(ConsentOf(subject.id, "publicity")):
        return Decision(Answer(wording.NOTHING_GIVEN))
    return Decision(Answer(wording.WITHDRAWN), (SetConsent(subject.id, "publicity", ""),))


command = Command(
    intent="publicity_withdraw",
    title="撤回公示同意",
    words=Words(
        names=(
            "撤回公示同意",
            "撤回公示",
        ),
        phrases=(
            "(我)?(撤回|取消|撤销)(我<的>?)?(公示)(<的>)?(同意|授权)?",
            "(我)?(不同意|不愿意|不想)(被)?(公示|公开)(我|我家|名字|姓名|<的>)*",
            "(我)?(撤回|取消|撤销)(同意)公示",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    handle=publicity_withdraw,
    examples={"撤回公示同意": {}},
)
