"""案例库: invented cases, approved by two people, published to the groups by hand."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk import reports_wording as wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.code import NewCode
from domain.decision import Say, Target, Urgency
from domain.enrolment import GridsOf
from domain.matters.matter import Holder, MatterAt, MattersSince, MoveMatter, OpenMatter, Step
from domain.members import OnDuty
from domain.publicity.cases import APPROVED, DRAFTED, LONGEST, PUBLISHED, REJECTED, SORT, NamesWithin, scanned
from domain.publicity.cases_wording import card, public

_LONGEST_TITLE = 30


async def _show(visit: Visit) -> Mapping[str, Any]:
    found = await visit.app.store.answer(MattersSince(SORT, 0))
    return {"cases": tuple(reversed(found)), "states": wording.STATES, "longest": LONGEST}


async def _draft(visit: Visit) -> Outcome:
    title, text = visit.field("title"), visit.field("text")
    if not 0 < len(title) <= _LONGEST_TITLE or not 0 < len(text) <= LONGEST:
        return refused(wording.NO_CASE)
    if trouble := await _trouble(visit, title, text):
        return trouble
    opened = OpenMatter(
        code=NewCode("K"),
        sort=SORT,
        state=DRAFTED,
        line=title,
        step=Step("drafted"),
        holder=Holder("supervisor"),
        facts={"title": title, "text": text},
    )
    told = [
        Say(Target("staff", str(one.person)), "", card(title, text), urgency=Urgency.NOTICE)
        for one in await visit.app.store.answer(OnDuty("supervisor"))
    ]
    return Outcome(wording.DRAFTED, (opened, *told))


async def _trouble(visit: Visit, title: str, text: str) -> Outcome | None:
    whole = f"{title}\n{text}"
    names = await visit.app.store.answer(NamesWithin(whole))
    found = scanned(whole, names)
    if not found:
        return None
    said = wording.HOLDS.format(found="、".join(wording.FOUND[one] for one in found))
    lines = tuple(wording.NAMED.format(name=name) for name in names)
    return Outcome(said, lines=lines, good=False, done=False)


async def _publish(visit: Visit) -> Outcome:
    case = await visit.app.store.answer(MatterAt(visit.field("code")))
    if case is None or case.sort != SORT or case.state != APPROVED:
        return refused(wording.GONE)
    title, text = str(case.facts["title"]), str(case.facts["text"])
    # Somebody of that name may have moved in since the case was written.
    if trouble := await _trouble(visit, title, text):
        return trouble
    grids = await visit.app.store.answer(GridsOf())
    words = public(title, text)
    says = [Say(Target("grid", grid.code), words, urgency=Urgency.PUBLIC) for grid in grids]
    moved = MoveMatter(case, PUBLISHED, Step("published"), closes=True)
    return Outcome(wording.PUBLISHED.format(count=len(grids)), (moved, *says), watches=(case.watch,))


async def _drop(visit: Visit) -> Outcome:
    case = await visit.app.store.answer(MatterAt(visit.field("code")))
    if case is None or case.sort != SORT or case.closed_at is not None:
        return refused(wording.GONE)
    return Outcome(wording.DROPPED, (MoveMatter(case, REJECTED, Step("dropped"), closes=True),), watches=(case.watch,))


page = Page(
    "cases",
    "案例库",
    Part.SUBTRACT,
    20,
    _show,
    {
        "draft": Act("写案例", _draft, ()),
        "publish": Act("发案例", _publish),
        "drop": Act("不发案例", _drop),
    },
)
