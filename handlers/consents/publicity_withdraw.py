"""The command 撤回公示同意: no name and no photo in public any more."""

from domain.command import Command, Where, Words
from domain.consents import ConsentOf, Purpose, SetConsent
from domain.decision import Answer, Decision
from domain.findings.photos import ASKED, FIT, SORT, WITHDRAWN
from domain.matters.matter import MatterAt, MattersOf, MoveMatter, Step
from domain.query import Book
from domain.request import Request
from domain.roles import BOUND
from handlers.consents import wording

_PURPOSES: tuple[Purpose, ...] = ("publicity", "photos")


async def publicity_withdraw(request: Request, book: Book) -> Decision:
    """Take the consent back; boards in force are put right within a day."""
    subject = request.subject
    given: list[Purpose] = [one for one in _PURPOSES if await book.answer(ConsentOf(subject.id, one))]
    if not given:
        return Decision(Answer(wording.NOTHING_GIVEN))
    pairs = [
        one for one in await book.answer(MattersOf(subject.id, SORT)) if "photos" in given and one.state in {ASKED, FIT}
    ]
    full = [one for one in [await book.answer(MatterAt(one.code)) for one in pairs] if one]
    # A later yes is about other photos: these are never shown again.
    taken = [MoveMatter(one, WITHDRAWN, Step("withdrawn", role="resident"), closes=True) for one in full]
    said = [SetConsent(subject.id, one, "") for one in given]
    words = wording.WITHDRAWN if "publicity" in given else wording.PHOTOS_WITHDRAWN
    return Decision(Answer(words), (*said, *taken), tuple(one.watch for one in full))


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
            "(我)?(请)?(不要|别|莫|不许)(再)?(把|将)?(<我>)?<的>?(名字|姓名|全名|家)?(再)?(公示|公开)(<我>|<的>|名字|姓名|出来|出去|了)*",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    handle=publicity_withdraw,
    examples={"撤回公示同意": {}},
)
