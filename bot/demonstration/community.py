"""The demonstration community as the six sheets that an import takes."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from bot.demonstration.cast import COMMUNITY, GRIDS, RESIDENTS, SPEAKERS, STAFF, STATIONS, UNITS
from bot.demonstration.homes import Resident, household_number, phone_number, residents
from bot.demonstration.names import person_names, shop_names
from bot.demonstration.offers import PARTNERS, PARTY_TEAM, RESOURCES, TEAMS
from domain.register.sheets import GRIDS as GRID_SHEET
from domain.register.sheets import PARTNERS as PARTNER_SHEET
from domain.register.sheets import RESOURCES as RESOURCE_SHEET
from domain.register.sheets import ROLE_NAMES, SUBJECTS
from domain.register.sheets import STAFF as STAFF_SHEET
from domain.register.sheets import TEAMS as TEAM_SHEET

SHOP_COUNT = 84
VOLUNTEER_COUNT = 1000
TextRow = tuple[str, ...]
_GRID_NAMES = {code: name for code, name, _ in GRIDS}
_FIRMS = ("和顺物业", "安居物业", "滇池物业")


def demonstration_register(seed: int = 1) -> Mapping[str, Sequence[TextRow]]:
    """The whole community; the same seed gives the same people."""
    random = Random(seed)  # noqa: S311 - invented people, nothing secret
    living = residents(random)
    return {
        GRID_SHEET.name: (GRID_SHEET.headings, *_grids()),
        SUBJECTS.name: (SUBJECTS.headings, *(one.row() for one in living), *_organisations(random, living)),
        STAFF_SHEET.name: (STAFF_SHEET.headings, *_staff(living)),
        TEAM_SHEET.name: (TEAM_SHEET.headings, *_teams(random, living)),
        PARTNER_SHEET.name: (PARTNER_SHEET.headings, *_partners()),
        RESOURCE_SHEET.name: (RESOURCE_SHEET.headings, *RESOURCES),
    }


def _grids() -> Iterator[TextRow]:
    for (code, name, buildings), firm in zip(GRIDS, _FIRMS, strict=True):
        houses = "、".join(map(str, buildings))
        group, hotline = f"{COMMUNITY}{name}群", f"0871-6000000{code}"
        yield code, name, COMMUNITY, group, "网格员工作群", houses, firm, hotline, f"{name}警务室旁意见箱"


def _organisations(random: Random, living: Sequence[Resident]) -> Iterator[TextRow]:
    known = [person for person in SPEAKERS if person.kind == "merchant"]
    for number, person in enumerate(known, 1):
        yield _organisation("商铺", person.subject, person.grid, person.address, (person.name, number))
    taken = {person.subject for person in known}
    count = SHOP_COUNT - len(known)
    keepers = person_names(random, {one.name for one in living}, count)
    for number, sign in enumerate(shop_names(random, taken, count), 1):
        grid, _, buildings = GRIDS[number % 3]
        address = f"{buildings[number % 4]}栋楼下商铺{10 + number // 12}号"
        yield _organisation("商铺", sign, grid, address, (keepers[number - 1], len(known) + number))
    for number, (name, grid, address, contact) in enumerate(UNITS, SHOP_COUNT + 1):
        yield _organisation("公共单位", name, grid, address, (contact, number))


def _organisation(kind: str, name: str, grid: str, address: str, speaker: tuple[str, int]) -> TextRow:
    contact, number = speaker
    station = STATIONS[int(grid) - 1]
    return kind, name, _GRID_NAMES[grid], address, "", phone_number(5000 + number), contact, "", "", station


def _staff(living: Sequence[Resident]) -> Iterator[TextRow]:
    phones = {one.name: one.phone for one in living}
    for person in STAFF:
        # Secretary and supervisors serve the whole community.
        grid = "" if person.role in {"secretary", "supervisor"} else _GRID_NAMES[person.grid]
        recusals = "、".join(filter(None, (household_number(person.address), person.unit)))
        word = ROLE_NAMES[person.role]
        yield person.name, word, grid, phones[person.name], person.unit, person.seat, recusals


def _teams(random: Random, living: Sequence[Resident]) -> Iterator[TextRow]:
    phones = {one.name: one.phone for one in living}
    captains = [captain for _, _, _, captain in TEAMS if captain]
    kept_free = {person.name for person in (*STAFF, *RESIDENTS)}
    pool = [one.name for one in living if not one.minor and one.name not in kept_free]
    random.shuffle(pool)
    pool = pool[: VOLUNTEER_COUNT - len(captains)]
    for number, (name, theme, item, said) in enumerate(TEAMS):
        members = pool[number :: len(TEAMS)]
        captain = said or members[0]
        names = [captain, *(one for one in members if one != captain)]
        kind = "报到党员" if name == PARTY_TEAM else "志愿队"
        station = STATIONS[number % 3]
        yield name, station, theme, captain, phones[captain], item, kind, "、".join(names)


def _partners() -> Iterator[TextRow]:
    for number, (name, kind, contact, offers, skills) in enumerate(PARTNERS, 1):
        yield name, kind, contact, phone_number(6000 + number), offers, skills, "2026-01-01", "2027-12-31"
