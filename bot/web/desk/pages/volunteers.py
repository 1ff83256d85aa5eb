"""志愿者: registering somebody for a team at the counter; whoever is under age through the registered guardian."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk import volunteers_wording as wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Visit
from domain.keeping import GuardianOf
from domain.members import FindSubjects, Subject, SubjectAt
from domain.register.address import find_address
from domain.teams.team import Teams, VolunteerOf
from handlers.teams.team_join import joining


async def _show(visit: Visit) -> Mapping[str, Any]:
    found = await _found(visit)
    teams = await visit.app.store.answer(Teams())
    return {
        "q": visit.field("q"),
        "found": [(one, await visit.app.store.answer(VolunteerOf(one.id))) for one in found],
        "teams": teams,
        "stations": len({one.station for one in teams}),
        "members": sum(one.members for one in teams),
        "not_found": wording.NOT_FOUND,
    }


async def _found(visit: Visit) -> list[Subject]:
    said = visit.field("q")
    if not said:
        return []
    place = find_address(said)
    wanted = FindSubjects(address=str(place.address)) if place else FindSubjects(name=said)
    return [one for one in await visit.app.store.answer(wanted) if one.kind == "resident"]


async def _join(visit: Visit) -> Outcome:
    store, wanted = visit.app.store, visit.field("team")
    subject = await store.answer(SubjectAt(visit.number("subject")))
    team = next((one for one in await store.answer(Teams()) if one.name == wanted), None)
    if subject is None or subject.kind != "resident" or team is None:
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


page = Page("volunteers", "志愿者", 27, _show, {"join": Act("代为登记志愿者", _join, ("q",))})
