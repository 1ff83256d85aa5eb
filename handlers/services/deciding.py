"""How requests, projects and disputes are answered: by the one who was asked, or by the staff they wait for."""

from domain.decision import Answer, Ask, Decision, Say, Urgency
from domain.matters.matter import Matter, MoveMatter, Step
from domain.matters.ruling import Verdict
from domain.matters.standing_by import duty_for
from domain.members import Duty
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.services.service import ASKED, CLAIMED, DECLINED, DISPUTE, MEDIATION, OPEN, REPORTED, is_party, target_of
from handlers.cards import cards, hands
from handlers.replying import reply
from handlers.services import wording
from handlers.services.claim import taken
from handlers.services.claimants import claimant
from handlers.services.ending import done, open_again, photo_follows, reported
from handlers.services.helpers import helpers_for

_GIVES_BACK = frozenset({"办不了", "做不了", "办不成", "不办了", "退回"})


async def decide(request: Request, book: Book, matter: Matter, verdict: Verdict) -> Decision:
    """What a yes or no means in the state that the matter is in."""
    duty = duty_for(request.sender, matter)
    if duty is None and not is_party(request.sender, matter.facts.get("asked")):
        raise Refusal(wording.NOT_FOR_YOU.format(code=matter.code))
    step = Step(verdict.outcome, duty.person if duty else 0, duty.role if duty else "resident", verdict.note)
    yes = verdict.outcome == "confirmed"
    if matter.state == ASKED:
        return await _willing(request, book, matter, step) if yes else _unwilling(matter, step)
    if matter.state == REPORTED:
        if duty and _did_it(duty, matter):
            raise Refusal(wording.OWN_WORK)
        return await done(request, book, matter, step) if yes else open_again(matter, step, verdict.note)
    if matter.state == CLAIMED and duty:
        return await reported(request, book, matter, step) if yes else open_again(matter, step, verdict.note)
    if matter.state == OPEN and duty:
        return await _handed_over(request, book, matter, verdict, duty)
    raise Refusal(wording.TAKEN.format(code=matter.code))


def _did_it(duty: Duty, matter: Matter) -> bool:
    return matter.facts.get("helper") == f"staff:{duty.person}"


async def _willing(request: Request, book: Book, matter: Matter, step: Step) -> Decision:
    """Both sides are willing: mediators hear of it, and the grid worker."""
    topic = request.rules.assist_topic(MEDIATION)
    helpers = await helpers_for(request, book, topic, matter.grid, matter.concerns) if topic else ()
    facts = {"asked": "", "helpers": list(helpers), "opened_at": request.at}
    moved = MoveMatter(matter, OPEN, step, line=wording.BOTH_WILLING, facts=facts)
    card = wording.card(DISPUTE, matter.code, wording.BOTH_WILLING)
    told = [Say(to, "", card, urgency=Urgency.NOTICE) for one in helpers if (to := target_of(one))]
    told += cards(await hands(book, "grid_worker", matter.grid, matter.concerns), card)
    told += _to_asker(matter, wording.other_willing(matter.code))
    return Decision(Answer(wording.WILLING), (moved, *told), (matter.watch,))


def _unwilling(matter: Matter, step: Step) -> Decision:
    moved = MoveMatter(matter, DECLINED, step, closes=True, facts={"asked": ""})
    told = _to_asker(matter, wording.other_unwilling(matter.code))
    return Decision(Answer(wording.UNWILLING), (moved, *told), (matter.watch,))


async def _handed_over(request: Request, book: Book, matter: Matter, verdict: Verdict, duty: Duty) -> Decision:
    """What nobody took: the worker takes it on, or tells why it cannot be."""
    if verdict.outcome == "confirmed":
        return taken(matter, await claimant(request, book, matter), request.at)
    reason = str(request.answers.get("reason") or verdict.note)
    if not reason:
        return Decision(ask=Ask("reason", wording.WHY, "text"))
    step = Step("rejected", duty.person, duty.role, reason)
    moved = MoveMatter(matter, DECLINED, step, closes=True)
    told = _to_asker(matter, wording.cannot(matter.code, reason))
    return Decision(Answer(wording.closed(matter.code)), (moved, *told), (matter.watch,))


def _to_asker(matter: Matter, words: str) -> tuple[Say, ...]:
    to = target_of(str(matter.facts.get("asker", "")))
    return (Say(to, words, urgency=Urgency.NOTICE),) if to else ()


async def answered(request: Request, book: Book, matter: Matter, text: str) -> Decision:
    """Free words to a card: whoever took it on may give it back, all else is carried or answered."""
    mine = is_party(request.sender, matter.facts.get("helper"))
    if mine and matter.state == CLAIMED and text in _GIVES_BACK:
        duty = next((one for one in request.sender.duties if _did_it(one, matter)), None)
        return open_again(matter, Step("given_back", duty.person if duty else 0, duty.role if duty else "resident"))
    return await reply(request, book, matter, text)


async def finish(request: Request, book: Book, matter: Matter, photo: str) -> Decision:
    """Whoever claimed it says that it is done; a photo that follows goes to whoever was asked."""
    if not is_party(request.sender, matter.facts.get("helper")):
        raise Refusal(wording.NOT_FOR_YOU.format(code=matter.code))
    if matter.state == REPORTED and photo and not matter.facts.get("photo"):
        return await photo_follows(book, matter, photo)
    if matter.state != CLAIMED:
        raise Refusal(wording.NOT_CLAIMED.format(code=matter.code))
    duty = next((one for one in request.sender.duties if _did_it(one, matter)), None)
    step = Step("reported", duty.person if duty else 0, duty.role if duty else "resident")
    return await reported(request, book, matter, step, photo)
