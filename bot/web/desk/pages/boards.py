"""红黑榜: the drafts and boards, lines dropped with a reason, publication and take-down by hand, the assessment."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.web.desk import boards_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.boards import states, wording
from domain.boards.material import material_of
from domain.boards.quarter import quarter_at
from domain.boards.states import ASSESSMENT, SORT, Kept
from domain.boards.telling import Today, publication
from domain.decision import Say, Target, Urgency
from domain.enrolment import GridsOf
from domain.findings.settling import votes
from domain.matters.matter import MatterAt, MattersSince, Step
from domain.members import OnDuty

_SHOWN_FOR = timedelta(days=800)


async def _show(visit: Visit) -> Mapping[str, Any]:
    store = visit.app.store
    grids = {one.code: one.name for one in await store.answer(GridsOf())}
    since = int((visit.now - _SHOWN_FOR).timestamp() * 1000)
    full = [await store.answer(MatterAt(one.code)) for one in await store.answer(MattersSince(SORT, since))]
    filed = await store.answer(MattersSince(ASSESSMENT, 0))
    return {
        "boards": [_row(Kept(one), visit, grids) for one in reversed(full) if one],
        "assessed": filed[-1].line if filed else "",
    }


def _row(kept: Kept, visit: Visit, grids: Mapping[str, str]) -> Mapping[str, Any]:
    board, shown = kept.draft, kept.shown
    yes = sum(1 for one in votes(kept.voting).values() if one.act == "approve")
    told = wording.text(shown, visit.app.rules, kept.taken_down_at(visit.app.rules), grids) if shown else ""
    return {
        "code": kept.matter.code,
        "title": board.quarter.title,
        "state": boards_wording.state(kept),
        "revision": kept.revision,
        "votes": yes,
        "noes": [one.note for one in votes(kept.voting).values() if one.act == "reject"],
        "open": kept.matter.closed_at is None,
        "undecided": kept.edition != "full" and kept.matter.closed_at is None,
        "published": bool(kept.edition) and kept.matter.closed_at is None,
        "lines": [
            {"codes": one.codes, "who": one.masked_id, "words": wording.line(one), "matching": one.matching}
            for one in board.lines
        ],
        "counts": [wording.count(one, grids) for one in board.counts],
        "pairs": [{"code": one.code, "words": wording.place(one, grids)} for one in board.pairs],
        "proof": wording.proof(board),
        "dropped": kept.dropped,
        "shown": told,
    }


async def _kept(visit: Visit) -> Kept | None:
    """The board of the form, while it is open."""
    code = visit.field("code")
    found = await visit.app.store.answer(MatterAt(code)) if quarter_at(code) else None
    return Kept(found) if found and found.closed_at is None else None


async def _drop(visit: Visit) -> Outcome:
    kept, line, reason = await _kept(visit), visit.field("line"), visit.field("reason")
    if kept is None or line not in kept.draft.codes | kept.draft.pictured:
        return refused(boards_wording.GONE)
    if not reason:
        return refused(boards_wording.NO_REASON)
    words = wording.dropped(kept.matter.code, line, reason)
    told = tuple(
        Say(Target("staff", str(one.person)), words, urgency=Urgency.NOTICE)
        for one in await visit.app.store.answer(OnDuty("supervisor"))
    )
    return Outcome(boards_wording.DROPPED.format(line=line), (states.line_dropped(kept, line, reason), *told))


async def _publish(visit: Visit) -> Outcome:
    kept = await _kept(visit)
    if kept is None or kept.edition == "full":
        return refused(boards_wording.GONE)
    if not kept.may_name(visit.app.rules, visit.ms):
        return refused(boards_wording.NOT_YET)
    material = await visit.app.store.answer(material_of(kept.quarter, visit.app.rules))
    today = Today(visit.now, visit.app.rules, material)
    return Outcome(boards_wording.PUBLISHED, publication(kept, today, Step("published", note="desk")))


async def _take_down(visit: Visit) -> Outcome:
    kept, reason = await _kept(visit), visit.field("reason")
    if kept is None or not kept.edition:
        return refused(boards_wording.GONE)
    if not reason:
        return refused(boards_wording.NO_REASON)
    return Outcome(boards_wording.TAKEN_DOWN, (states.taken_down(kept, Step("taken_down", note=reason)),))


async def _assess(visit: Visit) -> Outcome:
    return Outcome(boards_wording.ASSESSED, (states.assessed(visit.now),))


page = Page(
    "boards",
    "红黑榜",
    Part.SUBTRACT,
    10,
    _show,
    {
        "drop": Act("红黑榜撤下一行", _drop),
        "publish": Act("发布红黑榜", _publish),
        "takedown": Act("紧急撤下红黑榜", _take_down),
        "assess": Act("备案影响评估", _assess),
    },
)
