"""How what was claimed ends: called done, confirmed with points, or open again."""

from dataclasses import replace
from datetime import date

from domain.decision import Answer, Decision, Say, Target, Urgency
from domain.matters.matter import NOBODY, Holder, Matter, MoveMatter, Step
from domain.members import SubjectAt
from domain.period import civil
from domain.query import Book
from domain.request import Request
from domain.rules.catalogue import Item
from domain.rules.rulebook import Rulebook
from domain.services.service import CLAIMED, DISPUTE, DONE, HELP, OPEN, PROJECT, REPORTED, target_of
from handlers.bringing import brought
from handlers.cards import cards, hands
from handlers.proposing import proposed
from handlers.services import wording

_ITEMS = {
    (HELP, "resident"): "R33",
    (HELP, "merchant"): "U12",
    (HELP, "public_unit"): "U12",
    (PROJECT, "resident"): "R33",
    (PROJECT, "merchant"): "U12",
    (PROJECT, "public_unit"): "U12",
    (DISPUTE, "resident"): "R12",
}
_ISSUE = {"public_unit": "U13"}


async def reported(request: Request, book: Book, matter: Matter, step: Step, photo: str = "") -> Decision:
    """Called done: whoever asked says whether it is; for projects the grid worker does."""
    asker = target_of(str(matter.facts.get("asker", "")))
    holder = NOBODY if asker else Holder("grid_worker")
    facts = {"asked": matter.facts.get("asker", ""), "photo": photo, "reported_at": request.at}
    moved = MoveMatter(matter, REPORTED, step, holder, facts=facts)
    answer = Answer(wording.reported(matter.code))
    if asker is None:
        people = await hands(book, "grid_worker", matter.grid, matter.concerns, {step.person})
        told = cards(people, wording.is_it_done(matter), photo)
        return Decision(answer, (moved, *told), (matter.watch,))
    asked = await brought(request, book, asker, wording.is_it_done(matter), matter.code)
    with_photo = tuple(replace(one, file=photo) if isinstance(one, Say) else one for one in asked)
    return Decision(answer, (moved, *with_photo), (matter.watch,))


async def photo_follows(book: Book, matter: Matter, photo: str) -> Decision:
    """A photo that came after the report."""
    moved = MoveMatter(matter, REPORTED, Step("photo", role="resident"), matter.holder, facts={"photo": photo})
    asker = target_of(str(matter.facts.get("asker", "")))
    card = wording.photo(matter)
    if asker:
        told: tuple[Say, ...] = (Say(asker, "", card, urgency=Urgency.ANSWER, file=photo),)
    else:
        told = cards(await hands(book, "grid_worker", matter.grid, matter.concerns), card, photo)
    return Decision(Answer(wording.photo_sent(matter.code)), (moved, *told), (matter.watch,))


async def done(request: Request, book: Book, matter: Matter, step: Step) -> Decision:
    """Closed; the points of whoever did it go to the management group."""
    moved = MoveMatter(matter, DONE, step, closes=True, facts={"asked": ""})
    points = await points_for(request.rules, book, matter, civil(request.now))
    told = _to_helper(matter, wording.confirmed(matter.code, points=bool(points)))
    posted = _result(matter)
    return Decision(Answer(wording.closed(matter.code)), (moved, *told, *points, *posted), (matter.watch,))


async def points_for(rules: Rulebook, book: Book, matter: Matter, today: date) -> tuple[object, ...]:
    """The proposal of points for whoever did it; nothing for staff at work and where the list has no item."""
    number = int(matter.facts.get("earner", 0))
    subject = await book.answer(SubjectAt(number)) if number else None
    item = _item_for(rules, matter, subject.kind) if subject else None
    if subject is None or item is None:
        return ()
    return await proposed(book, subject, item, today, matter.code)


def _item_for(rules: Rulebook, matter: Matter, kind: str) -> Item | None:
    issue = _ISSUE.get(kind) if matter.facts.get("issue") else None
    code = issue or _ITEMS.get((matter.sort, kind))
    return rules.item(code) if code else None


def _to_helper(matter: Matter, words: str) -> tuple[Say, ...]:
    to = target_of(str(matter.facts.get("helper", "")))
    return (Say(to, words, urgency=Urgency.NOTICE),) if to else ()


def _result(matter: Matter) -> tuple[Say, ...]:
    """The result of an issue is posted in its grid."""
    if not matter.facts.get("issue"):
        return ()
    return (Say(Target("grid", matter.grid), wording.solved(matter), urgency=Urgency.PUBLIC),)


def open_again(matter: Matter, step: Step, reason: str = "") -> Decision:
    """Not done, or given back: open for others; who may help hears of it once more."""
    facts = {"asked": "", "helper": "", "helper_kind": "", "earner": 0}
    moved = MoveMatter(matter, OPEN, step, facts=facts)
    # Who gives it back by oneself reads so in the answer.
    told = [] if matter.state == CLAIMED else list(_to_helper(matter, wording.not_done(matter.code, reason)))
    asker = target_of(str(matter.facts.get("asker", "")))
    if asker and matter.state == CLAIMED:
        told.append(Say(asker, wording.given_back(matter.code), urgency=Urgency.NOTICE))
    card = wording.card(matter.sort, matter.code, str(matter.facts["topic"]))
    again = [one for one in matter.facts.get("helpers", ()) if one != matter.facts.get("helper")]
    told += [Say(to, "", card, urgency=Urgency.NOTICE) for one in again if (to := target_of(str(one)))]
    return Decision(Answer(wording.open_again(matter.code)), (moved, *told), (matter.watch,))
