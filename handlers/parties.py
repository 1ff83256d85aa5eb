"""Who answers for a partner: its staff member, or the one account bound to what it is called."""

from domain.decision import Target
from domain.members import Duty, FindSubjects, OnDuty, Subject
from domain.partners import Partner
from domain.query import Book
from handlers.bringing import reachable


async def people_of(book: Book, grid: str = "") -> tuple[Duty, ...]:
    """Partners and property staff who can be reached, of a grid or of all."""
    return (*await book.answer(OnDuty("partner", grid)), *await book.answer(OnDuty("property", grid)))


def speaks_for(duty: Duty, partner: Partner) -> bool:
    """True where a staff member acts for a partner."""
    return duty.unit == partner.name or (partner.kind == "talent" and duty.name == partner.name)


async def subject_named(book: Book, name: str, *, person: bool) -> Subject | None:
    """The one subject of a name, a resident or not; None where there are several."""
    found = [one for one in await book.answer(FindSubjects(name=name)) if (one.kind == "resident") is person]
    return found[0] if len(found) == 1 else None


async def party_of(book: Book, partner: Partner, people: tuple[Duty, ...]) -> str:
    """The party that answers for a partner, empty where nobody can be reached."""
    duty = next((one for one in people if speaks_for(one, partner)), None)
    if duty is not None:
        return f"staff:{duty.person}"
    subject = await subject_named(book, partner.name, person=partner.kind == "talent")
    if subject is None or not await reachable(book, Target("subject", str(subject.id))):
        return ""
    return f"subject:{subject.id}"
