"""How tip-offs are judged: recipients answer, serious ones need two, and only the supervisor changes a verdict."""

import re
from dataclasses import replace
from datetime import timedelta

from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.matters.matter import Matter
from domain.matters.ruling import Ruling, Verdict
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.tips.case import ImpossibleMove, Recipient, State, TipCase, after_confirmation
from domain.tips.effects import GrantReward, MoveTip, RevokeReward, TellReporter
from domain.tips.matters import as_matter
from domain.tips.queries import JudgedTip, RewardedBefore, TipFor, TipsWaitingFor
from handlers.tips import wording

_DOUBTFUL = re.compile(r"[?？吧吗]\s*$")


def persons(request: Request) -> frozenset[int]:
    """The sender's staff numbers."""
    return frozenset(duty.person for duty in request.sender.duties)


def _supervises(request: Request) -> Recipient | None:
    found = next((one for one in request.sender.duties if one.role == "supervisor"), None)
    return Recipient(found.person, found.role) if found else None


async def _case(request: Request, book: Book, code: str) -> tuple[TipCase, Recipient] | None:
    """The case, and as whom the sender may speak on it: a recipient, or over a verdict the supervisor."""
    case = await book.answer(TipFor(code, persons(request)))
    own = case.recipient(persons(request)) if case else None
    if case and own and case.state not in {"merged", "withdrawn"}:
        return case, own
    above = _supervises(request)
    judged = await book.answer(JudgedTip(code, persons(request))) if above else None
    return (judged, above) if judged and above else None


async def _find(request: Request, book: Book, code: str) -> Matter | None:
    found = await _case(request, book, code)
    return as_matter(*found, civil(request.now)) if found else None


async def _waiting(request: Request, book: Book) -> tuple[Matter, ...]:
    cases = await book.answer(TipsWaitingFor(persons(request)))
    today = civil(request.now)
    return tuple(as_matter(one, own, today) for one in cases if (own := one.recipient(persons(request))))


async def _decide(request: Request, book: Book, matter: Matter, verdict: Verdict) -> Decision:
    found = await _case(request, book, matter.code)
    if found is None:
        raise Refusal(wording.NOT_YOURS.format(code=matter.code))
    case, by = found
    if not request.answers and _DOUBTFUL.search(request.message.text):
        raise Refusal(wording.EXACT)
    state = _state(request, case, by, verdict)
    note = str(request.answers.get("reason") or verdict.note)
    if state == "rejected" and not note:
        return Decision(ask=Ask("reason", wording.WHY, "text"))
    today = civil(request.now)
    effects: list[object] = [MoveTip(case, state, today, by if verdict.outcome == "confirmed" else None)]
    if state == "once_confirmed":
        effects += _others(case, by)
    else:
        effects.append(TellReporter(case.code, wording.outcome(state, note), today))
    effects += await _reward(request, book, case, state)
    return Decision(Answer(wording.decided(case.code, state)), tuple(effects), (case.watch,))


def _state(request: Request, case: TipCase, by: Recipient, verdict: Verdict) -> State:
    """Where the verdict leads, or a refusal."""
    if not case.is_open:
        if verdict.outcome == case.state:
            raise Refusal(wording.SAME)
        if _supervises(request) is None:
            raise Refusal(wording.SUPERVISOR.format(code=case.code))
        return verdict.outcome
    if verdict.outcome != "confirmed":
        return verdict.outcome
    try:
        # Where a single key opens the case there is no second person to wait for.
        return after_confirmation(case if len(case.recipients) > 1 else replace(case, serious=False), by)
    except ImpossibleMove:
        raise Refusal(wording.VOTED) from None


def _others(case: TipCase, by: Recipient) -> list[Say]:
    people = (one for one in case.recipients if one.person != by.person)
    words = wording.second(case.code)
    return [Say(Target("staff", str(one.person)), words, urgency=Urgency.NOTICE) for one in people]


async def _reward(request: Request, book: Book, case: TipCase, state: State) -> tuple[GrantReward | RevokeReward, ...]:
    """The first valid report of a matter is rewarded, once; a verdict that is taken back takes it along."""
    if case.state == "confirmed" and state != "confirmed":
        return (RevokeReward(case.code),)
    rules, today = request.rules.rewards.tip_reward, civil(request.now)
    if state != "confirmed" or not rules.enabled or not (rules.bearer_voucher or rules.pool):
        return ()
    if await book.answer(RewardedBefore(case.code, today - timedelta(days=rules.same_matter_days))):
        return ()
    return (GrantReward(case.code, today + timedelta(days=rules.claim_days)),)


ruling = Ruling("tip", _decide, letter="T", find=_find, waiting=_waiting)
