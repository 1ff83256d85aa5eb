"""家庭和互助池: a household's points put together after the member's yes, and help out of the pool by two people."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk import sharing_wording as wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.decision import Target
from domain.ledger import LARGEST_AMOUNT
from domain.matters.matter import Matter, MatterAt, OpenMatters
from domain.members import FindSubjects, Subject, SubjectAt
from domain.period import civil
from domain.register.address import find_address
from domain.shop.sharing import AGREED, HOUSEHOLD, LARGEST_HELP, RELIEF, PoolOf
from domain.standing import StandingOf
from handlers.bringing import reachable
from handlers.rewards.sharing import help_proposed, merge_asked, merged


async def _show(visit: Visit) -> Mapping[str, Any]:
    store = visit.app.store
    return {
        "q": visit.field("q"),
        "homes": await _homes(visit),
        "open": await store.answer(OpenMatters(sort=HOUSEHOLD)),
        "helping": await store.answer(OpenMatters(sort=RELIEF)),
        "states": wording.STATES,
        "agreed": AGREED,
        "pool": (await store.answer(PoolOf())).points,
        "on": visit.app.rules.rewards.policy.transfer_between_household,
        "most": LARGEST_AMOUNT,
        "most_help": LARGEST_HELP,
        "not_found": wording.NOT_FOUND,
    }


async def _homes(visit: Visit) -> list[tuple[Subject, ...]]:
    """The households that the words mean, each with everybody who lives there."""
    said = visit.field("q")
    if not said:
        return []
    place = find_address(said)
    wanted = FindSubjects(address=str(place.address)) if place else FindSubjects(name=said)
    found = [one for one in await visit.app.store.answer(wanted) if one.kind == "resident"]
    homes = dict.fromkeys(one.address for one in found if one.address)
    return [tuple(await visit.app.store.answer(FindSubjects(address=address))) for address in homes]


async def _ask(visit: Visit) -> Outcome:
    store, points = visit.app.store, visit.number("points")
    giver = await store.answer(SubjectAt(visit.number("giver")))
    receiver = await store.answer(SubjectAt(visit.number("receiver")))
    if giver is None or receiver is None or not _one_home(giver, receiver):
        return refused(wording.WHO)
    if not 0 < points <= LARGEST_AMOUNT:
        return refused(wording.POINTS)
    if why_not := await _hindered(visit, giver, points):
        return refused(why_not)
    return Outcome(wording.ASKED.format(name=giver.name), await merge_asked(store, giver, receiver, points, visit.ms))


async def _hindered(visit: Visit, giver: Subject, points: int) -> str:
    """Why the giver cannot be asked now; empty where nothing is in the way."""
    store = visit.app.store
    if not visit.app.rules.rewards.policy.transfer_between_household:
        return wording.OFF
    if (await store.answer(StandingOf(giver.id))).spendable < points:
        return wording.SHORT.format(name=giver.name, points=points)
    if not await reachable(store, Target("subject", str(giver.id))):
        return wording.NO_CHAT.format(name=giver.name)
    waiting = await store.answer(OpenMatters(sort=HOUSEHOLD, subject=giver.id))
    return wording.WAITING.format(name=giver.name) if waiting else ""


def _one_home(giver: Subject, receiver: Subject) -> bool:
    grown = all(one.kind == "resident" and not one.minor for one in (giver, receiver))
    home = giver.household or giver.address
    return grown and giver.id != receiver.id and bool(home) and home in {receiver.household, receiver.address}


async def _merge(visit: Visit) -> Outcome:
    store, matter = visit.app.store, await visit.app.store.answer(MatterAt(visit.field("code")))
    if matter is None or matter.sort != HOUSEHOLD or matter.state != AGREED or matter.closed_at is not None:
        return refused(wording.GONE)
    giver, receiver = await store.answer(SubjectAt(matter.subject)), await store.answer(SubjectAt(matter.facts["to"]))
    return await _merged(visit, matter, giver, receiver)


async def _merged(visit: Visit, matter: Matter, giver: Subject | None, receiver: Subject | None) -> Outcome:
    if giver is None or receiver is None or not _one_home(giver, receiver):
        return refused(wording.WHO)
    standings = [await visit.app.store.answer(StandingOf(one.id)) for one in (giver, receiver)]
    points = int(matter.facts["points"])
    if standings[0].spendable < points:
        return refused(wording.SHORT.format(name=giver.name, points=points))
    effects = merged(matter, giver, receiver, civil(visit.now), visit.app.rules.version)
    return Outcome(wording.MERGED, effects, watches=(matter.watch, *(one.watch for one in standings)))


async def _help(visit: Visit) -> Outcome:
    store, points = visit.app.store, visit.number("points")
    receiver = await store.answer(SubjectAt(visit.number("receiver")))
    if receiver is None or receiver.kind != "resident" or not 0 < points <= LARGEST_HELP:
        return refused(wording.HELP.format(most=LARGEST_HELP))
    pool = await store.answer(PoolOf())
    promised = sum(int(one.facts["points"]) for one in await store.answer(OpenMatters(sort=RELIEF)))
    if points > pool.points - promised:
        return refused(wording.POOL.format(points=max(0, pool.points - promised)))
    return Outcome(wording.PROPOSED, await help_proposed(store, receiver, points))


page = Page(
    "household",
    "家庭和互助池",
    Part.ADD,
    20,
    _show,
    {
        "ask": Act("征求家庭合并", _ask, ("q",)),
        "merge": Act("办理家庭合并", _merge),
        "help": Act("提出互助池帮扶", _help, ("q",)),
    },
)
