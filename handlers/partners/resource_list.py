"""The command 资源: what partners lend, where, when, and how to book it."""

from domain.command import ANYONE, Command, Where, Words
from domain.decision import Answer, Decision
from domain.partners import ResourcesOf
from domain.query import Book
from domain.request import Request
from handlers.partners import wording
from handlers.partners.providers import ended, lent


async def resource_list(request: Request, book: Book) -> Decision:
    """The list, without what an ended agreement offered."""
    found = lent(await book.answer(ResourcesOf()), await ended(request, book))
    return Decision(Answer("", wording.resources(found)) if found else Answer(wording.NO_RESOURCES))


command = Command(
    intent="resource_list",
    title="资源",
    words=Words(
        names=(
            "资源",
            "共享资源",
        ),
        phrases=(
            "(<看>|<一下>|社区|有)*(<哪些>|<有没有>)(<的>|可以|能|用|借|公共|共享)*(场地|地方|会议室|教室|设施)(可以|能|好|用|借|预约|使用|<的>)*",
            "(<看>|<一下>|有|哪些|社区|什么)*<的>?(社区|共享|公共)?(资源|共享场地)(<看>|<一下>|有|哪些|是|都|清单|列表|目录|什么)*",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    handle=resource_list,
    examples={"资源": {}},
)
