"""Whom the words of a search field mean."""

from bot.web.desk.page import Visit
from domain.members import FindSubjects, Subject
from domain.register.address import find_address


async def subjects_meant(visit: Visit) -> list[Subject]:
    """The subjects of the name or the address in the field ``q``, none where it is empty."""
    said = visit.field("q")
    if not said:
        return []
    place = find_address(said)
    wanted = FindSubjects(address=str(place.address)) if place else FindSubjects(name=said)
    return list(await visit.app.store.answer(wanted))
