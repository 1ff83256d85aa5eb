"""The command 公约: the residents' convention, article by article."""

from domain.command import ANYONE, Command, Where, Words
from domain.decision import Answer, Decision
from domain.query import Book
from domain.request import Request
from handlers.pledges import wording


async def show_covenant(request: Request, _book: Book) -> Decision:
    """The articles in force."""
    return Decision(Answer(wording.covenant(request.rules.pledges.convention)))


command = Command(
    intent="covenant_query",
    title="公约",
    words=Words(
        names=(
            "居民公约",
            "公约",
        ),
        phrases=(
            "(<看>|<一下>)*(居民|小区|社区|业主|文明|商户|村规)*(公约)(<看>|<一下>|内容|有哪些|是什么|发|给我|一份)*",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    handle=show_covenant,
    examples={"公约": {}, "居民公约": {}},
)
