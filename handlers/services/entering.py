"""What the desk enters: projects, issues and how a mediation ended."""

from datetime import date

from domain.code import NewCode
from domain.decision import Say, Urgency
from domain.findings.states import DROPPED
from domain.findings.states import SORT as FINDING
from domain.matters.matter import Holder, Matter, MatterAt, MoveMatter, OpenMatter, Step
from domain.members import OnDuty
from domain.query import Book
from domain.rules.rulebook import Rulebook
from domain.services.service import DONE, OPEN, PROJECT, VOIDING, target_of
from handlers.cards import cards
from handlers.pairing import shown_to_two
from handlers.services import desk_wording, wording
from handlers.services.ending import points_for
from handlers.services.helpers import captains_of, registered_teams

UNSETTLED = "unsettled"


async def project(book: Book, grid: str, title: str, *, issue: bool) -> tuple[object, ...]:
    """A project of a grid, and a card for who registered to serve and for its partners."""
    code = NewCode("P")
    facts = {"topic": title, "private": False, "issue": issue, "helpers": []}
    opened = OpenMatter(code, PROJECT, OPEN, title, Step("entered"), grid=grid, facts=facts)
    card = wording.card(PROJECT, code, title)
    first = [target_of(one) for one in await captains_of(book, await registered_teams(book))]
    told = [Say(to, "", card, urgency=Urgency.NOTICE) for to in first if to]
    return (opened, *told, *cards(await book.answer(OnDuty("partner", grid)), card))


async def outcome(book: Book, rules: Rulebook, matter: Matter, today: date, *, settled: bool) -> tuple[object, ...]:
    """A mediation's end: everybody in it is told, and the mediator's points are proposed."""
    moved = MoveMatter(matter, DONE if settled else UNSETTLED, Step("entered"), closes=True, facts={"asked": ""})
    words = desk_wording.settled(matter.code, yes=settled)
    parties = [target_of(str(matter.facts.get(part, ""))) for part in ("asker", "other", "helper")]
    told = [Say(to, words, urgency=Urgency.NOTICE) for to in parties if to]
    points = await points_for(rules, book, matter, today) if settled else ()
    return (moved, *told, *points)


async def voiding(book: Book, dispute: Matter, code: str) -> tuple[object, ...] | None:
    """Ask two people to void a pending finding between the same sides; None where there is no such finding."""
    finding = await book.answer(MatterAt(code))
    if finding is None or finding.sort != FINDING or finding.closed_at is not None or finding.state in DROPPED:
        return None
    if set(finding.concerns).isdisjoint(dispute.concerns):
        return None
    line = desk_wording.void_line(dispute.code, finding)
    concerns = tuple(dict.fromkeys((*finding.concerns, *dispute.concerns)))
    opened = OpenMatter(
        code=NewCode("K"),
        sort=VOIDING,
        state="proposed",
        line=line,
        step=Step("entered"),
        subject=finding.subject,
        grid=finding.grid,
        holder=Holder("supervisor"),
        concerns=concerns,
        facts={"about": code, "dispute": dispute.code},
    )
    return (opened, *await shown_to_two(book, finding.grid, concerns, desk_wording.void_card(line)))
