"""志愿者: teams, activities and skills at the counter; whoever is under age through the registered guardian."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk import volunteers_wording as wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from bot.web.desk.seeking import subjects_meant
from domain.activities.activity import ActivitiesBetween, Activity, ActivityAt, PlacesOf, SignUpsOf
from domain.activities.wording import line
from domain.keeping import GuardianOf
from domain.members import Subject, SubjectAt
from domain.teams.team import KeepSkills, SkilledVolunteers, Teams, VolunteerOf
from handlers.activities.activity_join import placed
from handlers.teams.team_join import joining
from handlers.teams.wording import FREE_TIMES


async def _show(visit: Visit) -> Mapping[str, Any]:
    found = [one for one in await subjects_meant(visit) if one.kind == "resident"]
    teams = await visit.app.store.answer(Teams())
    return {
        "q": visit.field("q"),
        "found": [(one, await visit.app.store.answer(VolunteerOf(one.id))) for one in found],
        "teams": teams,
        "coming": await _coming(visit),
        "topics": _topics(visit),
        "times": FREE_TIMES,
        "skill": visit.field("skill"),
        "time": visit.field("time"),
        "hands": await _hands(visit),
        "stations": len({one.station for one in teams}),
        "members": sum(one.members for one in teams),
        "line": line,
        "not_found": wording.NOT_FOUND,
    }


def _topics(visit: Visit) -> tuple[str, ...]:
    """What a volunteer may say it can do; private matters are for those who were registered as talents."""
    return tuple(one.name for one in visit.app.rules.catalogue.assist_topics if not one.private)


async def _coming(visit: Visit) -> list[Activity]:
    found = await visit.app.store.answer(ActivitiesBetween(visit.ms))
    return [one for one in found if one.state == "open" and one.plan.starts_at > visit.ms]


async def _hands(visit: Visit) -> list[tuple[Subject, tuple[str, ...], tuple[str, ...]]]:
    """Who can do something, and is free at a time; everybody who said either where nothing is chosen."""
    skill, time = visit.field("skill"), visit.field("time")
    said = await visit.app.store.answer(SkilledVolunteers())
    return [one for one in said if (not skill or skill in one[1]) and (not time or time in one[2])]


async def _join(visit: Visit) -> Outcome:
    store, wanted = visit.app.store, visit.field("team")
    subject = await _resident(visit)
    team = next((one for one in await store.answer(Teams()) if one.name == wanted), None)
    if subject is None or team is None:
        return refused(wording.NOBODY)
    held = await store.answer(VolunteerOf(subject.id))
    if team.name in held.teams:
        return refused(wording.IN_ALREADY.format(name=subject.name, team=team.name))
    if why_not := await _not_agreed(visit, subject):
        return refused(why_not)
    _, effects = joining(team, subject, held)
    sentence = wording.JOINED.format(name=subject.name, team=team.name)
    return Outcome(sentence, effects, watches=(held.watch,))


async def _not_agreed(visit: Visit, subject: Subject) -> str:
    """Why nobody is registered; empty where whoever has to agree stood at the counter and did."""
    if subject.minor:
        guardian = await visit.app.store.answer(GuardianOf(subject.id))
        if not guardian:
            return wording.NO_GUARDIAN.format(name=subject.name)
        if visit.field("guardian") != guardian:
            return wording.WRONG_GUARDIAN.format(name=subject.name)
    who = wording.GUARDIAN if subject.minor else wording.ONESELF
    return "" if visit.field("agreed") == "yes" else wording.NO_CONSENT.format(who=who)


async def _sign_up(visit: Visit) -> Outcome:
    store = visit.app.store
    subject, activity = await _resident(visit), await store.answer(ActivityAt(visit.number("number")))
    if subject is None or activity is None or activity.number not in {one.number for one in await _coming(visit)}:
        return refused(wording.NO_ACTIVITY)
    about = {"name": subject.name, "number": activity.number, "title": activity.plan.title}
    line = await store.answer(SignUpsOf(activity.number))
    if any(one.subject == subject.id and one.state != "left" for one in line):
        return refused(wording.SIGNED_ALREADY.format(**about))
    for other, _ in await store.answer(PlacesOf(subject.id, visit.ms)):
        if other.plan.stretch.meets(activity.plan.stretch):
            return refused(wording.AT_ONE_TIME.format(name=subject.name, other=other.plan.title))
    if why_not := await _not_agreed(visit, subject):
        return refused(why_not)
    place, before = placed(activity, line, subject.id)
    words = wording.SIGNED if place.state == "in" else wording.WAITS
    return Outcome(words.format(**about, place=before + 1), (place,), watches=(activity.watch,))


async def _skills(visit: Visit) -> Outcome:
    subject = await _resident(visit)
    held = await visit.app.store.answer(VolunteerOf(subject.id)) if subject else None
    if subject is None or held is None or not held.number:
        return refused(wording.NOT_REGISTERED)
    if subject.minor:
        return refused(wording.TOO_YOUNG)
    skills = tuple(one for number, one in enumerate(_topics(visit)) if visit.field(f"skill{number}"))
    times = tuple(one for one in FREE_TIMES if visit.field(one))
    if (skills or times) and (why_not := await _not_agreed(visit, subject)):
        return refused(why_not)
    words = wording.SKILLS_KEPT if skills or times else wording.SKILLS_GONE
    return Outcome(words.format(name=subject.name), (KeepSkills(subject.id, skills, times),))


async def _resident(visit: Visit) -> Subject | None:
    subject = await visit.app.store.answer(SubjectAt(visit.number("subject")))
    return subject if subject and subject.kind == "resident" else None


page = Page(
    "volunteers",
    "志愿者",
    Part.MULTIPLY,
    20,
    _show,
    {
        "join": Act("代为登记志愿者", _join, ("q",)),
        "sign_up": Act("代为报名活动", _sign_up, ("q",)),
        "skills": Act("登记专长和空闲时间", _skills, ("q",)),
    },
)
