"""居民公约: versions, a time for comments, and the record of the meeting that adopted one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.clock import SHANGHAI
from bot.web.desk import covenant_wording as wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.covenant import COMMENT, OF_THE_RULES, BoundSubjects, Covenant, Covenants, drafted
from domain.decision import Say, Target, Urgency
from domain.enrolment import GridsOf
from domain.matters.matter import MattersSince
from domain.period import civil
from domain.pledges_wording import adopted, commenting

_MOST_CHANGES, _MOST_DAYS, _MOST_VOTES = 2, 30, 100_000


async def _show(visit: Visit) -> Mapping[str, Any]:
    versions = await visit.app.store.answer(Covenants())
    draft = drafted(versions)
    said = await visit.app.store.answer(MattersSince(COMMENT, 0))
    return {
        "of_rules": visit.app.rules.pledges.convention,
        "first": OF_THE_RULES,
        "versions": [one for one in versions if one.state == "adopted"],
        "draft": draft,
        "open_until": draft.comment_until if draft and visit.ms < draft.comment_until else 0,
        "comments": [str(one.facts["words"]) for one in said if draft and one.facts["version"] == draft.version],
        "most_days": _MOST_DAYS,
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


async def _draft(visit: Visit) -> Outcome:
    articles, changes = _lines(visit.field("articles")), _lines(visit.field("changes"))
    title, days = visit.field("title"), visit.number("days")
    if not (title and articles and 0 < len(changes) <= _MOST_CHANGES and 0 < days <= _MOST_DAYS):
        return refused(wording.NEEDS_ARTICLES)
    versions = await visit.app.store.answer(Covenants())
    if drafted(versions):
        return refused(wording.ONE_DRAFT)
    number = max((one.version for one in versions), default=OF_THE_RULES) + 1
    last = civil(visit.now) + timedelta(days=days)
    end = datetime.combine(last + timedelta(days=1), time(), SHANGHAI)
    draft = Covenant(number, title, articles, changes, "open", int(end.timestamp() * 1000))
    words = commenting(draft, last)
    says = [
        Say(Target("grid", grid.code), words, urgency=Urgency.PUBLIC)
        for grid in await visit.app.store.answer(GridsOf())
    ]
    return Outcome(wording.DRAFTED.format(version=number, until=last.isoformat()), (draft, *says))


async def _adopt(visit: Visit) -> Outcome:
    draft = await _waiting(visit)
    if draft is None:
        return refused(wording.NO_DRAFT)
    end = datetime.fromtimestamp((draft.comment_until - 1) / 1000, SHANGHAI).date()
    if visit.ms < draft.comment_until:
        return refused(wording.STILL_OPEN.format(until=end.isoformat()))
    day, meeting = _date(visit.field("day")), visit.field("meeting")
    votes, against = visit.number("votes_for"), visit.number("votes_against")
    if not meeting or day is None or not end < day <= civil(visit.now) or not against < votes <= _MOST_VOTES:
        return refused(wording.NEEDS_RECORD)
    record = replace(
        draft,
        state="adopted",
        meeting=meeting,
        adopted_on=day.isoformat(),
        votes_for=votes,
        votes_against=against,
    )
    people = await visit.app.store.answer(BoundSubjects())
    words = adopted(record)
    says = [Say(Target("subject", str(one)), words, urgency=Urgency.NOTICE) for one in people]
    return Outcome(wording.ADOPTED.format(version=record.version, people=len(people)), (record, *says))


async def _waiting(visit: Visit) -> Covenant | None:
    draft = drafted(await visit.app.store.answer(Covenants()))
    return draft if draft and draft.version == visit.number("version") else None


def _date(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


async def _drop(visit: Visit) -> Outcome:
    draft = await _waiting(visit)
    if draft is None:
        return refused(wording.NO_DRAFT)
    return Outcome(wording.DROPPED.format(version=draft.version), (replace(draft, state="dropped"),))


page = Page(
    "covenant",
    "居民公约",
    Part.ADD,
    40,
    _show,
    {
        "draft": Act("公约草案征求意见", _draft),
        "adopt": Act("登记公约通过", _adopt),
        "drop": Act("放弃公约草案", _drop),
    },
)
