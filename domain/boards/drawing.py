"""A board is a pure function of the ledger up to a printed number (reliability.md, L12)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.boards.board import Board, Count, Line, Pair, Red
from domain.boards.comparing import compared
from domain.boards.material import Deduction, Material, publishable
from domain.boards.merging import merged, names_of
from domain.boards.naming import sign_shows_operator
from domain.masking import building_of, masked_name, surname
from domain.matters.matter import concerns_of
from domain.members import Subject
from domain.rules.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Limits:
    """What may stand in single lines: nothing in a counts-only edition, else what was voted on and told in time."""

    named: bool = True
    only: frozenset[str] | None = None
    """The codes that may; None for all that the rules allow."""
    dropped: frozenset[str] = frozenset()
    """Codes that were dropped at the desk; they still count."""
    pictured: frozenset[str] | None = None
    """The codes whose places may be shown before and after; None for all."""

    def allow(self, code: str) -> bool:
        """True where a single line may stand for this code."""
        return code not in self.dropped and (self.only is None or code in self.only)

    def shows(self, code: str) -> bool:
        """True where the place of this code may be shown before and after."""
        return code not in self.dropped and (self.pictured is None or code in self.pictured)


ALL = Limits()
PAIRS = 6
"""Places before and after on one board: more than a telephone's screen or two is not looked at."""


def draw_board(material: Material, rules: Rulebook, limits: Limits = ALL) -> Board:
    """The board of the material, by the rules and nothing else."""
    named = limits.named and material.assessed
    days = material.quarter.days
    found = [one for one in material.deductions if days.since.isoformat() <= one.occurred_on < days.until.isoformat()]
    public = [one for one in found if publishable(one, rules)]
    single = [one for one in public if named and limits.allow(one.code) and _may_stand_alone(one, material, rules)]
    lines = _lines(single, material, rules)[: rules.ratings.quarterly_board.black_limit]
    alone = {code for line in lines for code in line.codes}
    counts = merged([one for one in public if one.code not in alone], rules)
    beside = compared(material, rules, public)
    return Board(
        quarter=material.quarter,
        seq=material.seq,
        root=material.root,
        version=rules.version,
        named=named,
        red=_red(material, rules, named=named),
        lines=lines,
        entries=tuple(one.code for one in public),
        counts=counts,
        repaired=sum(1 for one in public if one.repaired),
        apart=len(found) - len(public),
        history=beside.history,
        mended=beside.mended,
        better=beside.better,
        worse=beside.worse,
        pairs=_pairs(material, rules, counts, limits) if named else (),
    )


def _pairs(material: Material, rules: Rulebook, counts: Sequence[Count], limits: Limits) -> tuple[Pair, ...]:
    """Places that were put right and looked at in the quarter, the latest first, named no closer than a count is.

    What was found at the end of the quarter before is put right only after that one's board was drawn, so it is here.
    """
    days = material.quarter.before.days.since.isoformat(), material.quarter.days.until.isoformat()
    found = [one for one in reversed(material.deductions) if days[0] <= one.occurred_on < days[1]]
    fit = [one for one in found if one.repaired and one.present and one.code in material.photos]
    shown = [one for one in fit if publishable(one, rules) and limits.shows(one.code)]
    return tuple(_pair(one, counts, material, rules) for one in shown[:PAIRS])


def _pair(one: Deduction, counts: Sequence[Count], material: Material, rules: Rulebook) -> Pair:
    there = {(count.grid, count.text) for count in counts}
    grid, text = next(name for name in (*names_of(one, rules), ("", "")) if name in there or not any(name))
    photos = material.photos[one.code]
    return Pair(one.code, grid, text, photos.before, photos.after)


def _may_stand_alone(one: Deduction, material: Material, rules: Rulebook) -> bool:
    item = rules.negative_item(one.item)
    if item is None or one.repaired or one.code in material.contested or not one.present:
        return False
    if _by_sign(one, rules):
        return True
    if item.publish == "aggregate" or one.subject.kind != "resident":
        return False
    return _matching(one, material) >= rules.ratings.quarterly_board.mask_min_households


def _by_sign(one: Deduction, rules: Rulebook) -> bool:
    item = rules.negative_item(one.item)
    if item is None or item.publish != "org_name" or one.subject.kind == "resident":
        return False
    return not sign_shows_operator(one.subject.name, one.operator)


def _matching(one: Deduction, material: Material) -> int:
    building = building_of(one.subject.address)
    return material.households.get((one.subject.grid, building), 0) if building else 0


def _lines(single: Sequence[Deduction], material: Material, rules: Rulebook) -> tuple[Line, ...]:
    """One line for each building and act, and for each shop and act."""
    groups: dict[tuple[str, str], list[Deduction]] = defaultdict(list)
    for one in sorted(single, key=lambda one: (one.grid, int(one.code[1:]))):
        where = one.subject.name if _by_sign(one, rules) else building_of(one.subject.address)
        groups[(one.subject.grid + "|" + where, one.item)].append(one)
    return tuple(_line(key[0].partition("|")[2], group, material, rules) for key, group in groups.items())


def _line(where: str, group: Sequence[Deduction], material: Material, rules: Rulebook) -> Line:
    first = group[0]
    item = rules.negative_item(first.item)
    by_sign = _by_sign(first, rules)
    return Line(
        text=f"{where} {item.title if item else ''}",
        count=len(group),
        codes=tuple(one.code for one in group),
        subjects=tuple(dict.fromkeys(one.subject.id for one in group)),
        concerns=tuple(dict.fromkeys(concern for one in group for concern in concerns_of(one.subject))),
        masked_id="、".join(dict.fromkeys(_masked_id(one.subject) for one in group)),
        matching=0 if by_sign else _matching(first, material),
    )


def _masked_id(subject: Subject) -> str:
    return masked_name(subject) if subject.kind == "resident" else surname(subject.name)


def _red(material: Material, rules: Rulebook, *, named: bool) -> Red:
    """Who reached the grade without an unrepaired serious deduction; names only by consent, the best first."""
    barred = {one.subject.id for one in material.deductions if not one.repaired and _is_serious(one, rules)}
    reached = [(subject, score) for subject, score in material.scores if subject.id not in barred and not subject.minor]
    reached.sort(key=lambda pair: (-pair[1], pair[0].id))
    willing = [subject for subject, _ in reached if named and material.consents.get(subject.id) in {"full", "masked"}]
    shown = willing[: rules.ratings.quarterly_board.red_limit]
    return Red(
        names=tuple(_red_name(subject, material) for subject in shown),
        subjects=tuple(subject.id for subject in shown),
        concerns=tuple(dict.fromkeys(concern for subject in shown for concern in concerns_of(subject))),
        others=len(reached) - len(shown),
        reached=tuple(subject.id for subject, _ in reached),
        ask=tuple((one.id, masked_name(one)) for one, _ in reached if named and one.id not in material.consents),
    )


def _red_name(subject: Subject, material: Material) -> str:
    if subject.kind != "resident":
        return subject.name
    return subject.name if material.consents[subject.id] == "full" else masked_name(subject)


def _is_serious(one: Deduction, rules: Rulebook) -> bool:
    item = rules.negative_item(one.item)
    return item is not None and item.severity == "serious"


def redrawn(material: Material, rules: Rulebook, board: Board, dropped: frozenset[str]) -> Board:
    """A board as it stands now: nothing new is named, what was repaired, reversed or withdrawn is gone."""
    limits = Limits(named=board.named, only=board.codes, dropped=dropped, pictured=board.pictured)
    drawn = draw_board(material, rules, limits)
    kept = [place for place, one in enumerate(drawn.red.subjects) if one in board.red.reached]
    red = replace(
        drawn.red,
        names=tuple(drawn.red.names[place] for place in kept),
        subjects=tuple(drawn.red.subjects[place] for place in kept),
        others=drawn.red.total - len(kept),
    )
    return replace(drawn, red=red)
