"""Points for a unit whose room was used (U05): the cap is kept, and what it leaves nothing of is left out."""

from datetime import datetime

from domain.awarding import Award
from domain.ledger import Hand
from domain.matters.matter import Matter
from domain.period import SHANGHAI, civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.awarding import Given, give
from handlers.parties import subject_named

_ITEM = "U05"


async def opened_points(request: Request, book: Book, booking: Matter) -> Given | None:
    """The award, or None where the provider is no unit of the register or the cap is reached."""
    unit = await subject_named(book, str(booking.facts["provider"]), person=False)
    item = request.rules.item(_ITEM)
    if unit is None or item is None or unit.kind not in item.subjects:
        return None
    award = Award(
        subject=unit.id,
        item=item,
        points=item.points,
        source=f"booking:{booking.code}",
        hand=Hand(grid=unit.grid),
        on=civil(datetime.fromtimestamp(int(booking.facts["since"]) / 1000, SHANGHAI)),
        version=request.rules.version,
    )
    try:
        return await give(book, award, unit.name)
    except Refusal:
        return None
