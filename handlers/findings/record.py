"""What stands under an L number: a finding, entries of the ledger, or both; and whose it is."""

from dataclasses import dataclass
from datetime import datetime

from domain.decision import Say, Target, Urgency, Watch
from domain.findings import states
from domain.findings.appeals import Undoing, undo
from domain.ledger import SPENT, Entry, Hand
from domain.matters.matter import Matter, MatterAt, MattersOf, concerns_of
from domain.members import Duty, Subject, SubjectAt
from domain.period import SHANGHAI, civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import Role
from domain.rules.rulebook import Rulebook
from domain.standing import EntriesByCode, StandingOf
from handlers.cards import hands
from handlers.findings import appeal_wording as wording


@dataclass(frozen=True, slots=True)
class Recorded:
    """Everything under one L number."""

    code: str
    subject: Subject
    finding: Matter | None
    entries: tuple[Entry, ...]

    def line(self, rules: Rulebook) -> str:
        """What it is about, for staff."""
        if self.finding:
            return self.finding.line
        code = self.entries[0].item
        known = rules.item(code) or rules.negative_item(code)
        return f"{self.subject.name} {known.title if known else code}"

    @property
    def concerns(self) -> tuple[str, ...]:
        """Whoever belongs to these must not decide on it."""
        return concerns_of(self.subject)

    @property
    def people(self) -> frozenset[int]:
        """The staff members who took part."""
        steps = self.finding.steps if self.finding else ()
        everybody = {one.person for one in steps} | {one.person for one in self.entries}
        return frozenset(everybody - {0})

    def told(self, now: int) -> bool:
        """True once the subject knows of it."""
        if self.finding is None:
            return bool(self.entries)
        noticed = self.finding.facts.get("noticed_at")
        return noticed is not None and int(noticed) <= now

    def withdrawal(self, now: int, *, posted: bool) -> tuple[Say, ...]:
        """Tells the subject, where it knows or is about to, that the record is taken back."""
        noticed = int(self.finding.facts.get("noticed_at", 0)) if self.finding else 1
        if not noticed:
            return ()
        # A notice that is still on its way is followed, never overtaken, by its withdrawal.
        later = datetime.fromtimestamp(noticed / 1000 + 60, SHANGHAI) if noticed > now else None
        words = wording.withdrawn(self.code, posted=posted)
        return (Say(Target("subject", str(self.subject.id)), words, urgency=Urgency.NOTICE, not_before=later),)

    async def watches(self, book: Book) -> tuple[Watch, ...]:
        """What a decision on it rests on."""
        standing = await book.answer(StandingOf(self.subject.id))
        return (standing.watch, *((self.finding.watch,) if self.finding else ()))

    def undone(self, request: Request, duty: Duty, note: str) -> Undoing:
        """Everything taken back: pending ones void, posted ones reversed."""
        hand = Hand(duty.person, duty.role, self.subject.grid)
        return undo(self.finding, self.entries, hand, civil(request.now), note)


async def recorded(book: Book, code: str) -> Recorded | None:
    """What stands under a number; None where nothing does, or only an award that still waits."""
    found = await book.answer(MatterAt(code))
    finding = found if found and found.sort == states.SORT else None
    everything = await book.answer(EntriesByCode(int(code[1:])))
    # What was exchanged comes back with its voucher, what ran out or was given away does not come back.
    entries = tuple(one for one in everything if one.contra not in SPENT)
    owner = finding.subject if finding else entries[0].subject if entries else 0
    subject = await book.answer(SubjectAt(owner)) if owner else None
    return Recorded(code, subject, finding, entries) if subject else None


async def must_be(book: Book, code: str) -> Recorded:
    """The same, or a refusal that tells nothing."""
    found = await recorded(book, code)
    if found is None:
        raise Refusal(wording.unknown(code))
    return found


async def own_seen(request: Request, book: Book, wanted: frozenset[str]) -> tuple[str, ...]:
    """The codes of the sender's own findings in some states, as far as the sender was told."""
    found: list[str] = []
    for subject in request.sender.subjects:
        mine = await book.answer(MattersOf(subject.id, states.SORT))
        told = (one for one in mine if int(one.facts.get("noticed_at", 0)) <= request.at)
        found.extend(one.code for one in told if one.state in wanted)
    return tuple(found)


async def reviewers(book: Book, about: Recorded) -> tuple[Duty, ...]:
    """Supervisors and the management group, without whom it concerns and who took part; the secretary last."""
    found: list[Duty] = []
    roles: tuple[Role, ...] = ("supervisor", "grid_worker", "secretary")
    for role in roles:
        people = await hands(
            book, role, "" if role != "grid_worker" else about.subject.grid, about.concerns, about.people
        )
        found += [one for one in people if role != "grid_worker" or one.in_management_group]
    return tuple(found)
