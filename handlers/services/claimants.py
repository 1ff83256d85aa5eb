"""Who may take a request, a project or a dispute on (product.md section 3)."""

from dataclasses import dataclass

from domain.matters.matter import NOBODY, Holder, Matter, concerns_of
from domain.matters.standing_by import concerned
from domain.members import Duty, Subject
from domain.partners import CaptainsOf, Partner
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import Role
from domain.services.service import DISPUTE, HELP, PROJECT, fits, is_party
from domain.teams.team import VolunteerOf
from handlers.parties import speaks_for, subject_named
from handlers.services import wording
from handlers.services.helpers import in_force


@dataclass(frozen=True, slots=True)
class Claimant:
    """Somebody who takes a matter on; ``earner`` is the subject that gets the points, 0 for staff at work."""

    party: str
    kind: str
    """As the other side reads it."""
    earner: int = 0
    role: Role = "resident"
    person: int = 0

    @property
    def holder(self) -> Holder:
        """Whose 待办 it stands in."""
        return Holder(self.role, self.person) if self.person else NOBODY


async def claimant(request: Request, book: Book, matter: Matter) -> Claimant:
    """The sender as claimant; refuses whom the matter is not for, in words that tell nothing about it."""
    partners = await in_force(request, book)
    found = await _as_staff(request, book, matter, partners) or await _as_subject(request, book, matter, partners)
    if found is None:
        raise Refusal(wording.NOT_FOR_YOU.format(code=matter.code))
    if not _uninvolved(request, matter):
        raise Refusal(wording.CONCERNED)
    return found


def _uninvolved(request: Request, matter: Matter) -> bool:
    sender, concerns = request.sender, set(matter.concerns)
    own = any(not concerns.isdisjoint(concerns_of(one)) for one in sender.subjects)
    return not own and not any(concerned(sender, duty, matter.concerns) for duty in sender.duties)


async def _as_staff(request: Request, book: Book, matter: Matter, partners: tuple[Partner, ...]) -> Claimant | None:
    for duty in request.sender.duties:
        party = f"staff:{duty.person}"
        if not duty.serves(matter.grid):
            continue
        if duty.role in {"grid_worker", "secretary"} and _for_workers(matter):
            return Claimant(party, wording.WORKER, role=duty.role, person=duty.person)
        partner = next((one for one in partners if speaks_for(duty, one)), None)
        invited = is_party(request.sender, _invited(matter, party))
        if duty.role in {"partner", "property"} and partner and (invited or _may(request, matter, partner)):
            earner = await _earner(request, book, duty, partner)
            return Claimant(party, wording.kind_of(partner), earner, duty.role, duty.person)
    return None


def _invited(matter: Matter, party: str) -> str:
    return party if party in matter.facts.get("helpers", ()) else ""


def _for_workers(matter: Matter) -> bool:
    """Private topics are the helpers' until they were handed over; disputes are open to the worker."""
    return matter.sort == DISPUTE or not matter.facts.get("private") or matter.holder.role == "grid_worker"


def _may(request: Request, matter: Matter, partner: Partner) -> bool:
    topic = request.rules.assist_topic(str(matter.facts.get("topic", "")))
    skilled = topic is not None and fits(partner.skills, topic)
    return skilled or not (matter.facts.get("private") or (partner.kind == "talent" and matter.sort != PROJECT))


async def _earner(request: Request, book: Book, duty: Duty, partner: Partner) -> int:
    if partner.kind != "talent":
        unit = await subject_named(book, partner.name, person=False)
        return unit.id if unit else 0
    own = request.sender.subject
    return own.id if own and own.name in {partner.name, duty.name} else 0


async def _as_subject(request: Request, book: Book, matter: Matter, partners: tuple[Partner, ...]) -> Claimant | None:
    for own in request.sender.subjects:
        party = f"subject:{own.id}"
        for partner in partners:
            if await _is(book, own, partner) and (_invited(matter, party) or _may(request, matter, partner)):
                return Claimant(party, wording.kind_of(partner), own.id)
        if await _leads(request, book, own, matter):
            return Claimant(party, wording.CAPTAIN, own.id)
        if matter.sort == HELP and not own.minor and await _skilled(book, own, matter):
            return Claimant(party, wording.VOLUNTEER, own.id)
    return None


async def _is(book: Book, own: Subject, partner: Partner) -> bool:
    if own.name != partner.name or (own.kind == "resident") is not (partner.kind == "talent"):
        return False
    return await subject_named(book, own.name, person=own.kind == "resident") == own


async def _skilled(book: Book, own: Subject, matter: Matter) -> bool:
    held = await book.answer(VolunteerOf(own.id))
    return not matter.facts.get("private") and matter.facts.get("topic") in held.skills


async def _leads(request: Request, book: Book, own: Subject, matter: Matter) -> bool:
    """A captain takes on what fits the team's theme or was shown to them, and projects."""
    topic = request.rules.assist_topic(str(matter.facts.get("topic", "")))
    if own.kind != "resident" or await subject_named(book, own.name, person=True) != own:
        return False
    led = [one for one in await book.answer(CaptainsOf()) if one.name == own.name]
    open_to_all = matter.sort == PROJECT or bool(_invited(matter, f"subject:{own.id}"))
    return any(open_to_all or (topic is not None and fits((one.theme,), topic)) for one in led)
