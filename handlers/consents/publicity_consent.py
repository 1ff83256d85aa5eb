"""The command 同意公示: how somebody may be named in public."""

from domain.boards.asking import FULL, STEP, WHOSE
from domain.command import Command, Where, Words
from domain.consents import SetConsent
from domain.decision import Answer, Ask, Decision
from domain.masking import masked_name
from domain.members import Subject
from domain.query import Book
from domain.request import Request
from domain.roles import BOUND
from handlers.consents import wording


async def publicity_consent(request: Request, _book: Book) -> Decision:
    """Ask how, then keep it; the board's own question comes with its answer."""
    subject = _whose(request)
    masked = masked_name(subject)
    if STEP in request.answers:
        return _signed(subject, masked, str(request.answers[STEP]))
    if "full" not in request.answers:
        return Decision(ask=Ask("full", wording.FULL_NAME.format(masked=masked), on_wave=wording.LEFT))
    if request.answers["full"]:
        return Decision(Answer(wording.FULL), (SetConsent(subject.id, "publicity", "full"),))
    words = wording.MASKED.format(masked=masked)
    return Decision(Answer(words), (SetConsent(subject.id, "publicity", "masked"),))


def _whose(request: Request) -> Subject:
    """The subject that the board asked, where one account speaks for several; else the one it speaks for now."""
    said = str(request.slot(WHOSE) or "")
    return next((one for one in request.sender.subjects if str(one.id) == said), request.subject)


def _signed(subject: Subject, masked: str, said: str) -> Decision:
    """The answer to 怎么署名."""
    if said == FULL:
        return Decision(Answer(wording.FULL), (SetConsent(subject.id, "publicity", "full"),))
    if said == masked:
        words = wording.MASKED.format(masked=masked)
        return Decision(Answer(words), (SetConsent(subject.id, "publicity", "masked"),))
    return Decision(Answer(wording.NOT_NAMED), (SetConsent(subject.id, "publicity", ""),))


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
