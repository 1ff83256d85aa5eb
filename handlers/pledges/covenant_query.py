"""The command 公约: the residents' covenant with its version, and what people say about a draft."""

from datetime import date, datetime

from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.covenant import COMMENT, OF_THE_RULES, Covenant, CovenantInForce, Covenants, drafted
from domain.decision import Answer, Decision
from domain.matters.matter import OpenMatter, Step
from domain.period import SHANGHAI
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import ANYONE
from handlers.pledges import wording


async def show_covenant(request: Request, book: Book) -> Decision:
    """The articles in force, and a draft that is open to comments."""
    draft = _commentable(request, drafted(await book.answer(Covenants())))
    if request.slot("opinion"):
        return _commented(request, draft)
    held = await book.answer(CovenantInForce())
    notes = [wording.adoption(held) if held else wording.first_version()]
    notes += [wording.under_way(draft, _day(draft.comment_until))] if draft else []
    convention = request.rules.pledges.convention
    title, articles = (held.title, held.articles) if held else (convention.title, convention.articles)
    return Decision(Answer(wording.covenant(title, articles, *notes)))


async def version_in_force(book: Book) -> int:
    """The number of the version that holds now."""
    held = await book.answer(CovenantInForce())
    return held.version if held else OF_THE_RULES


def _commentable(request: Request, draft: Covenant | None) -> Covenant | None:
    return draft if draft and request.at < draft.comment_until else None


def _day(at: int) -> date:
    return datetime.fromtimestamp((at - 1) / 1000, SHANGHAI).date()


def _commented(request: Request, draft: Covenant | None) -> Decision:
    """Kept without the sender's name."""
    if draft is None:
        raise Refusal(wording.NO_DRAFT)
    kept = OpenMatter(
        code=NewCode("K"),
        sort=COMMENT,
        state="kept",
        line=draft.title,
        step=Step("commented", role="resident"),
        facts={"version": draft.version, "words": str(request.slot("opinion"))},
        closed=True,
    )
    return Decision(Answer(wording.COMMENTED), (kept,))


command = Command(
    intent="covenant_query",
    title="公约",
    words=Words(
        names=(
            "居民公约",
            "公约",
        ),
        hints=("公约&(<看>|什么|内容|<哪些>|在哪|写)",),
        phrases=(
            "(<看>|<一下>|我们|咱们|<的>)*(居民|小区|社区|业主|文明|商户|村规|<的>)*(公约)(<看>|<一下>|内容|有哪些|是什么|发|给我|一份)*",
            r"(对)?(居民)?公约(草案)?<的>?(意见|建议)[\s:：,，]+{opinion:text}",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    handle=show_covenant,
    examples={"公约": {}, "居民公约": {}, "公约意见 晚上十点以后别放音响": {"opinion": "晚上十点以后别放音响"}},
)
