"""Whether somebody had promised the very thing that was found."""

from domain.matters.matter import OpenMatters
from domain.pledges import SORT
from domain.query import Book
from domain.request import Request
from handlers.findings import wording


async def promised(request: Request, book: Book, subject: int, item: str) -> str:
    """A line for the notice where a pledge that holds is linked to the item, else nothing."""
    for one in await book.answer(OpenMatters(sort=SORT, subject=subject)):
        pledge = request.rules.pledge_of_code(str(one.facts["pledge"]))
        if pledge and item in pledge.linked_negative:
            return wording.promised(pledge.title)
    return ""
