"""评优: scores of the reviewers with recusal, the list within its quota, objections; in the order of the numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.web.desk import awards_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.awards import wording
from domain.awards.nomination import (
    CHOSEN,
    PUBLIC,
    SHORTLISTED,
    SORT,
    UPHELD,
    Nomination,
    ended,
    moved,
    of_year,
    public_name,
)
from domain.awards.quota import OpenTo, is_for_households, listed, quota, willing
from domain.awards.scoring import mean, values_of
from domain.awards.season import begins, publicity_day, written, year_of_awards
from domain.decision import Say, Target, Urgency
from domain.masking import masked_name
from domain.matters.matter import Matter, MatterAt, MattersSince, OpenMatters, Step
from domain.matters.standing_by import concerned
from domain.members import AccountRef, Duty, Sender, SubjectAt
from domain.period import civil
from domain.rules.awards import Award
from scheduler.boards import voters

_NOBODY = Sender(AccountRef("", ""))


async def _show(visit: Visit) -> Mapping[str, Any]:
    store = visit.app.store
    found = sorted(await store.answer(OpenMatters(sort=SORT)), key=lambda one: one.number)
    people = {one.person: one for one in await voters(store)}
    rows = [await _row(visit, Nomination(one), tuple(people.values())) for one in found]
    process = visit.app.rules.awards.process
    year = year_of_awards(process, civil(visit.now))
    awards = [
        {"title": one.title, "quota": awards_wording.quota(one, *await _places(visit, one, year))}
        for one in visit.app.rules.awards.awards
    ]
    calendar = {
        "since": written(process.nominate_open),
        "until": written(process.nominate_close),
        "days": process.publicity_days,
    }
    return {"rows": [one for one in rows if one], "awards": awards, "calendar": calendar}


async def _places(visit: Visit, award: Award, year: int) -> tuple[int, int]:
    """How many of a year's award may be given, and how many stand on the list."""
    found = of_year(await visit.app.store.answer(MattersSince(SORT, begins(year))), year)
    base = willing(found, award) if is_for_households(award) else await visit.app.store.answer(OpenTo(award.subject))
    return quota(award, base), listed(found, award)


async def _row(visit: Visit, one: Nomination, people: Sequence[Duty]) -> Mapping[str, Any] | None:
    award, subject = one.award_of(visit.app.rules), await visit.app.store.answer(SubjectAt(one.matter.subject))
    if award is None or subject is None:
        return None
    known = one.matter.facts.get("known") or [0] * len(award.indicators)
    return {
        "code": one.matter.code,
        "title": award.title,
        "who": masked_name(subject),
        "reason": one.matter.facts.get("reason", ""),
        "state": awards_wording.STATES.get(one.matter.state, ""),
        "scores": len(one.scores),
        "mean": awards_wording.points(mean(award, one.scores)),
        "reviewers": [duty for duty in people if not _recused(duty, one.matter)],
        "indicators": [
            {"title": indicator.title, "weight": indicator.weight, "full": indicator.full_at, "known": value}
            for indicator, value in zip(award.indicators, known, strict=False)
        ],
        "by_people": (*award.eligibility, *award.veto),
        "scoring": one.matter.state == SHORTLISTED,
        "chosen": one.matter.state == CHOSEN,
        "public": one.matter.state in {CHOSEN, PUBLIC},
        "objections": one.objections,
    }


def _recused(duty: Duty, matter: Matter) -> bool:
    return concerned(_NOBODY, duty, matter.concerns)


async def _read(visit: Visit, *states: str) -> tuple[Nomination, Award] | None:
    """The nomination of the form and its award, while it is open in one of these states."""
    found = await visit.app.store.answer(MatterAt(visit.field("code")))
    if found is None or found.sort != SORT or found.closed_at is not None or found.state not in states:
        return None
    award = Nomination(found).award_of(visit.app.rules)
    return (Nomination(found), award) if award else None


async def _score(visit: Visit) -> Outcome:
    read = await _read(visit, SHORTLISTED)
    if read is None:
        return refused(awards_wording.GONE)
    one, award = read
    people = await voters(visit.app.store)
    duty = next((duty for duty in people if duty.person == visit.number("person")), None)
    if duty is None or _recused(duty, one.matter):
        return refused(awards_wording.WHO)
    values = values_of(award, [visit.field(f"value{place}") for place in range(len(award.indicators))])
    if values is None:
        return refused(awards_wording.FIGURES)
    scores = {**one.scores, str(duty.person): list(values)}
    step = moved(one, SHORTLISTED, Step("scored", duty.person, duty.role), scores=scores)
    return _done(awards_wording.SCORED, one, step)


async def _choose(visit: Visit) -> Outcome:
    read = await _read(visit, SHORTLISTED)
    subject = await visit.app.store.answer(SubjectAt(read[0].matter.subject)) if read else None
    if read is None or subject is None:
        return refused(awards_wording.GONE)
    one, award = read
    if mean(award, one.scores) is None:
        return refused(awards_wording.TWO)
    places, taken = await _places(visit, award, one.year)
    if taken >= places:
        return refused(awards_wording.FULL.format(title=award.title, places=places))
    name = public_name(subject, award.subject, one.named)
    process = visit.app.rules.awards.process
    named, day = (str(one.matter.code), award.title), written(publicity_day(process))
    card = wording.chosen(named, name, day, process.publicity_days)
    told = Say(Target("subject", str(subject.id)), "", card, urgency=Urgency.NOTICE)
    step = moved(one, CHOSEN, Step("chosen"), asked=f"subject:{subject.id}")
    return _done(awards_wording.CHOSEN, one, step, told)


async def _unlist(visit: Visit) -> Outcome:
    read, reason = await _read(visit, CHOSEN), visit.field("reason")
    if read is None:
        return refused(awards_wording.GONE)
    if not reason:
        return refused(awards_wording.NO_REASON)
    one = read[0]
    to = Target("subject", str(one.matter.subject))
    told = Say(to, wording.unlisted(one.matter.line), urgency=Urgency.NOTICE)
    step = moved(one, SHORTLISTED, Step("unlisted", note=reason), asked="")
    return _done(awards_wording.UNLISTED, one, step, told)


async def _object(visit: Visit) -> Outcome:
    read, reason = await _read(visit, CHOSEN, PUBLIC), visit.field("reason")
    if read is None:
        return refused(awards_wording.GONE)
    if not reason:
        return refused(awards_wording.NO_REASON)
    one = read[0]
    step = moved(one, one.matter.state, Step("objected", note=reason), objections=[*one.objections, reason])
    return _done(awards_wording.OBJECTED, one, step)


async def _dismiss(visit: Visit) -> Outcome:
    read, reason = await _read(visit, CHOSEN, PUBLIC), visit.field("reason")
    if read is None or not read[0].objections:
        return refused(awards_wording.GONE)
    if not reason:
        return refused(awards_wording.NO_REASON)
    one = read[0]
    step = moved(one, one.matter.state, Step("dismissed", note=reason), objections=[])
    return _done(awards_wording.DISMISSED, one, step)


async def _uphold(visit: Visit) -> Outcome:
    read, reason = await _read(visit, CHOSEN, PUBLIC), visit.field("reason")
    if read is None or not read[0].objections:
        return refused(awards_wording.GONE)
    if not reason:
        return refused(awards_wording.NO_REASON)
    one = read[0]
    to = Target("subject", str(one.matter.subject))
    told = Say(to, wording.upheld(one.matter.line), urgency=Urgency.NOTICE)
    return _done(awards_wording.UPHELD, one, ended(one, UPHELD, Step("upheld", note=reason)), told)


def _done(sentence: str, one: Nomination, *effects: object) -> Outcome:
    return Outcome(sentence.format(code=one.matter.code), effects, watches=(one.matter.watch,))


page = Page(
    "awards",
    "评优",
    Part.ADD,
    50,
    _show,
    {
        "score": Act("登记评优打分", _score),
        "choose": Act("列入评优公示", _choose),
        "unlist": Act("移出评优公示名单", _unlist),
        "object": Act("登记评优异议", _object),
        "dismiss": Act("评优异议不成立", _dismiss),
        "uphold": Act("评优异议成立", _uphold),
    },
)
