"""What should be looked at in a whole register: nothing here stops an import."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from domain.register import wording
from domain.register.masking import mask_name, mask_value
from domain.register.mistakes import RowMistake
from domain.register.values import Register, Subject

_SHOWN = 5


def shared_phones(subjects: Iterable[tuple[int, Subject]]) -> Iterator[RowMistake]:
    """Each phone that several subjects of one import have, at the row of the second."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for number, subject in subjects:
        if subject.phone:
            rows[subject.phone].append(number)
    for phone, numbers in rows.items():
        if len(numbers) > 1:
            reason = wording.shared_phone("、".join(map(str, numbers[:_SHOWN])), len(numbers))
            yield RowMistake("信用主体", numbers[1], "电话", mask_value("电话", phone), reason)


def register_doubts(register: Register, before: Register) -> Iterator[RowMistake]:
    """Roles that nobody holds and names that nobody bears, the register in force counted in."""
    yield from _staff_doubts(register, before)
    yield from _team_doubts(register, before)
    yield from _provider_doubts(register, before)


def _staff_doubts(register: Register, before: Register) -> Iterator[RowMistake]:
    staff = (*before.staff, *register.staff)
    roles = {member.role for member in staff}
    if "secretary" not in roles:
        yield _of_staff(wording.NO_SECRETARY)
    if "supervisor" not in roles:
        yield _of_staff(wording.NO_SUPERVISOR)
    elif not any(member.mg in {"resident_deputy", "unit_deputy"} for member in staff):
        yield _of_staff(wording.NO_DEPUTY)
    served = {member.grid for member in staff if member.role == "grid_worker"}
    for grid in register.grids if "" not in served else ():
        if grid.code not in served:
            yield _of_staff(wording.no_worker(grid.name))


def _of_staff(reason: str) -> RowMistake:
    return RowMistake("工作人员", 0, "", "", reason)


def _team_doubts(register: Register, before: Register) -> Iterator[RowMistake]:
    names = {(one.name, one.grid, one.address) for one in (*before.subjects, *register.subjects)}
    bearers = Counter(name for name, _, _ in names)
    for team in register.teams:
        missing = [mask_name(name) for name in team.members if not bearers[name]]
        several = [mask_name(name) for name in team.members if bearers[name] > 1]
        if missing:
            yield RowMistake("志愿队", 0, team.name, "", wording.unknown_members(_some(missing), len(missing)))
        if several:
            yield RowMistake("志愿队", 0, team.name, "", wording.namesakes(_some(several)))


def _some(names: list[str]) -> str:
    return "、".join(names[:_SHOWN]) + (" 等" if len(names) > _SHOWN else "")


def _provider_doubts(register: Register, before: Register) -> Iterator[RowMistake]:
    known: set[str] = set()
    for whole in (before, register):
        known.update(grid.community for grid in whole.grids)
        known.update(partner.name for partner in whole.partners)
        known.update(subject.name for subject in whole.subjects)
        known.update(team.name for team in whole.teams)
    for resource in register.resources:
        if resource.provider not in known:
            yield RowMistake("资源", 0, resource.name, "", wording.unknown(resource.provider[:20]))
