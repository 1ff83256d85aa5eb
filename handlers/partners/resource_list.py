"""The command 资源: what partners lend, where, when, and how to book it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.bookings.opening import others, read_opening
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.partners import USUAL_MINUTES, Resource, ResourcesOf
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from handlers.partners import wording
from handlers.partners.providers import ended, lent


async def resource_list(request: Request, book: Book) -> Decision:
    """The list, without what an ended agreement offered."""
    found = lent(await book.answer(ResourcesOf()), await ended(request, book))
    if not found:
        return Decision(Answer(wording.NO_RESOURCES))
    return Decision(Answer("", wording.resources(found, _example(found, request.now))))


def _example(found: Sequence[Resource], now: datetime) -> tuple[str, datetime, datetime] | None:
    """The first time from tomorrow on at which the first room is open that people may still ask for."""
    for one in found:
        length = timedelta(minutes=one.slot_minutes or USUAL_MINUTES)
        earliest = now + timedelta(hours=max(24, one.lead_hours))
        free = others(read_opening(one.open_times), frozenset(), (earliest, earliest + length), earliest)
        if free:
            return (one.name, *free[0])
    return None


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
