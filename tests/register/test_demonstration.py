"""The demonstration community carries the figures that the community itself gives, and imports cleanly."""

from collections import Counter

import pytest

from bot.demonstration.cast import CENTRE, GRIDS, people
from bot.demonstration.community import demonstration_register
from domain.register.reading import Reading, examine_register
from domain.register.values import Register


@pytest.fixture(scope="module", name="reading")
def _reading() -> Reading:
    return examine_register(demonstration_register(1))


@pytest.fixture(scope="module", name="register")
def _register(reading: Reading) -> Register:
    return reading.register


def test_it_reads_without_a_mistake(reading: Reading) -> None:
    assert [str(mistake) for mistake in reading.mistakes] == []


def test_subjects(register: Register) -> None:
    kinds = Counter(subject.kind for subject in register.subjects)
    assert kinds == {"resident": 1110, "merchant": 84, "public_unit": 6}
    assert {subject.grid for subject in register.subjects} == {"1", "2", "3"}
    assert sum(subject.minor and bool(subject.guardian) for subject in register.subjects) >= 10


def test_grids(register: Register) -> None:
    assert [(grid.code, grid.name, grid.community) for grid in register.grids] == [
        ("1", "一网格", "龙江社区"),
        ("2", "二网格", "龙江社区"),
        ("3", "三网格", "龙江社区"),
    ]
    assert all(grid.group for grid in register.grids)


def test_every_home_stands_in_its_own_grid(register: Register) -> None:
    buildings = {code: {str(number) for number in numbers} for code, _, numbers in GRIDS}
    homes = [subject for subject in register.subjects if subject.kind == "resident"]
    assert all(home.address.is_home and home.address.building in buildings[home.grid] for home in homes)


def test_teams_and_volunteers(register: Register) -> None:
    members = [name for team in register.teams for name in team.members]
    assert len(register.teams) == 21
    assert len({team.station for team in register.teams}) == 3
    assert len(members) == len(set(members)) == 1000
    assert all(team.captain in team.members for team in register.teams)
    assert any(resource.name == CENTRE for resource in register.resources)


def test_partners(register: Register) -> None:
    kinds = Counter(partner.kind for partner in register.partners)
    del kinds["talent"]
    assert kinds == {"public_unit": 6, "property": 5, "firm": 5, "self_governing": 8}


def test_only_the_planned_warnings(reading: Reading) -> None:
    assert {warning.column for warning in reading.warnings} == {"电话"}
    assert all("用同一个电话" in warning.reason for warning in reading.warnings)
    assert len(reading.warnings) == 12


def test_phones_are_of_no_operator(register: Register) -> None:
    phones = [subject.phone for subject in register.subjects if subject.phone]
    assert all(phone.startswith("1990000") for phone in phones)


def test_named_people(register: Register) -> None:
    assert any(
        one.name == "李桂芬" and str(one.address) == "6栋1单元302" and one.grid == "2" for one in register.subjects
    )
    shop = next(one for one in register.subjects if one.name == "老王烧烤")
    assert (shop.kind, shop.grid, shop.contact) == ("merchant", "2", "王大海")
    roles = {(one.name, one.role, one.mg) for one in register.staff}
    assert {
        ("段家荣", "grid_worker", "grid_worker"),
        ("白云", "secretary", "head"),
        ("罗琼", "supervisor", "resident_deputy"),
        ("何勇", "supervisor", "unit_deputy"),
        ("尹正平", "partner", ""),
    } <= roles
    assert sum(one.name == "张伟" for one in register.subjects) == 2


def test_people_with_accounts_are_in_the_register(register: Register) -> None:
    names = {(one.name, one.grid) for one in register.subjects}
    everybody = people()
    assert 38 <= len(everybody) <= 44
    assert len({person.id for person in everybody}) == len(everybody)
    assert all((person.subject or person.name, person.grid) in names for person in everybody)
    assert {person.role for person in everybody} == {
        "resident", "grid_worker", "property", "supervisor", "secretary", "partner",
    }  # fmt: skip


def test_the_same_seed_gives_the_same_people() -> None:
    assert demonstration_register(1) == demonstration_register(1)
    assert demonstration_register(1) != demonstration_register(2)


@pytest.mark.parametrize("seed", [0, 7, 20261001])
def test_any_seed_reads_without_a_mistake(seed: int) -> None:
    assert examine_register(demonstration_register(seed)).mistakes == []
