"""How a witness answers: forgotten hours count to the end, or stay open."""

from dataclasses import replace

from domain.activities.activity import Activity, ActivityAt, AttendancesOf, KeepAttendance
from domain.activities.hours import minutes_between
from domain.activities.witness import NOT_SEEN, SEEN, SORT, forgetful
from domain.decision import Answer, Decision, Say, Urgency
from domain.matters.matter import Matter, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.services.service import is_party
from handlers.activities import witness_wording as wording
from handlers.activities.wording import too_late
from handlers.replying import reply


async def _decide(request: Request, book: Book, matter: Matter, verdict: Verdict) -> Decision:
    activity = await book.answer(ActivityAt(int(matter.facts["activity"])))
    if activity is None or not is_party(request.sender, matter.facts.get("asked")):
        raise Refusal(wording.NOT_YOURS.format(code=matter.code))
    if activity.state != "open" or request.at >= (matter.due_at or 0):
        raise Refusal(too_late(activity))
    yes = verdict.outcome == "confirmed"
    step = Step(SEEN if yes else NOT_SEEN, role="resident")
    moved = MoveMatter(matter, step.act, step, closes=True, facts={"asked": ""})
    told = Say(activity.organiser.target, wording.witnessed(matter, yes=yes), urgency=Urgency.NOTICE)
    kept = await _kept(book, activity, matter) if yes else []
    words = wording.SEEN if yes else wording.NOT_SEEN
    return Decision(Answer(words), (moved, *kept, told), (matter.watch, activity.watch))


async def _kept(book: Book, activity: Activity, matter: Matter) -> list[KeepAttendance]:
    """Their hours to the planned end; whoever sent the code meanwhile keeps that."""
    ends, wanted = activity.plan.ends_at, forgetful(matter)
    still = [one for one in await book.answer(AttendancesOf(activity.number)) if one.state == "here"]
    return [
        KeepAttendance(
            replace(
                one,
                out_at=ends,
                minutes=minutes_between(activity, one.in_at, ends),
                how="hand",
                state="done",
                witness=int(matter.facts["witness"]),
            )
        )
        for one in still
        if one.subject in wanted
    ]


ruling = Ruling(SORT, _decide, reply=reply)
