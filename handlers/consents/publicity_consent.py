"""The command 同意公示: how somebody may be named in public."""

from domain.command import BOUND, Command, Where, Words
from domain.consents import SetConsent
from domain.decision import Answer, Ask, Decision
from domain.masking import masked_name
from domain.query import Book
from domain.request import Request
from handlers.consents import wording


async def publicity_consent(request: Request, _book: Book) -> Decision:
    """Ask how, then keep it."""
    subject = request.subject
    masked = masked_name(subject)
    if "full" not in request.answers:
        return Decision(ask=Ask("full", wording.FULL_NAME.format(masked=masked)))
    if request.answers["full"]:
        return Decision(Answer(wording.FULL), (SetConsent(subject.id, "publicity", "full"),))
    words = wording.MASKED.format(masked=masked)
    return Decision(Answer(words), (SetConsent(subject.id, "publicity", "masked"),))


command = Command(
    intent="publicity_consent",
    title="同意公示",
    words=Words(
        names=("同意公示",),
        phrases=(
            "(我)?(同意|愿意|可以)(公示|公开)(我|我家|我们家?|名字|姓名|<的>)*",
            "(我)?同意(把)?(我|我家)?(名字|姓名)?(上红榜|公示)",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    handle=publicity_consent,
    examples={"同意公示": {}},
)
