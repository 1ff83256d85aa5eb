"""Who gets a tip: two recipients of the grid, never anybody it concerns; the higher up, the further it reaches."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from domain.members import Duty
from domain.numerals import fold
from domain.tips.case import Recipient
from domain.tips.identifying import mentions_home

Way = Literal["grid", "supervisor", "secretary", "outside", "closed"]
_RECUSAL = re.compile(r"回避|(?:不要|别|莫|不能|不许).{0,4}(?:网格员|物业).{0,6}(?:看|知道|处理|晓得|管|经手)")
_WORKERS = re.compile(
    r"网格员|网格长|物业|物管|保安|保洁|门卫|门岗|管家|客服主管|项目经理|收费员|主任|书记|支书|居委会|居委"
    r"|社区(?:干部|工作人员|领导|的人|上的人|里的人)|工作人员|党委|党支部|党总支"
)
_SUPERVISORS = re.compile(r"监督员|监督组|居民代表|单位代表|监事")
_SECRETARIES = re.compile(r"书记|支书|主任|社区(?:领导|一把手)|党委|党支部|党总支")
_ASKED = re.compile(
    r"(?:请|让|叫|由|交给?|转给?|发给|找|给)(?:监督员|监督组)[\u4e00-\u9fff]{0,3}?(?:也|来|去|帮忙)?(?:看|管|处理|查|核|受理|过问)[^，。；！,;!]{0,2}"
)
"""Whoever asks for the supervisor does not accuse him."""
_BLANK = re.compile(r"\s+")
_NOT_FOR_PROPERTY = frozenset({"honest_business", "partner_duty", "civil_practice"})
"""Topics that are no business of a property company."""
_MOST = 2


@dataclass(frozen=True, slots=True)
class Told:
    """What routing looks at; ``on_unit`` where only a public unit, as the property is one, can have done it."""

    text: str
    grid: str
    topic: str
    on_unit: bool = False


@dataclass(frozen=True, slots=True)
class Routing:
    """Where a tip goes: ``outside`` stores nothing and shows 12345 / 12388, ``closed`` says that no key is set up."""

    way: Way
    recipients: tuple[Recipient, ...] = ()

    @property
    def guarded(self) -> bool:
        """True where only the supervisor's or the secretary's key may open it."""
        return self.way in {"supervisor", "secretary"}


def names(text: str, duty: Duty) -> bool:
    """True where a text speaks of a staff member: by name, household, employer, or what the register says."""
    own = (duty.name, duty.household, duty.unit, *duty.recused)
    packed = _BLANK.sub("", fold(text))
    return any(len(part) > 1 and (_BLANK.sub("", fold(part)) in packed or mentions_home(text, part)) for part in own)


def route(told: Told, staff: Sequence[Duty], keyed: Iterable[int]) -> Routing:
    """Where a tip goes, among the staff whose keys are set up."""
    holders = frozenset(keyed)
    ready = [one for one in staff if one.person in holders]
    if not ready:
        return Routing("closed")
    workers = [one for one in staff if one.role in {"grid_worker", "property", "partner"}]
    above = [one for one in staff if one.role == "secretary"]
    watchers = [one for one in staff if one.role == "supervisor"]
    asked, text = _ASKED.search(told.text), _ASKED.sub("", told.text)
    on_secretary = _SECRETARIES.search(text) or _any(text, above)
    on_workers = (
        told.on_unit or asked or _RECUSAL.search(text) or _WORKERS.search(text) or _any(text, workers) or on_secretary
    )
    on_supervisor = bool(_SUPERVISORS.search(text) or _any(text, watchers))
    if on_workers or on_supervisor:
        return _guarded(text, ready, on_supervisor=on_supervisor, on_secretary=bool(on_secretary))
    return _plain(told.grid, told.topic, ready)


def _any(text: str, duties: Iterable[Duty]) -> bool:
    return any(names(text, one) for one in duties)


def _guarded(text: str, ready: Sequence[Duty], *, on_supervisor: bool, on_secretary: bool) -> Routing:
    if not on_supervisor:
        found = _recipients(one for one in ready if one.role == "supervisor" and not names(text, one))
        if found:
            return Routing("supervisor", found)
    if on_secretary:
        return Routing("outside")
    found = _recipients(one for one in ready if one.role == "secretary" and not names(text, one))
    return Routing("secretary", found) if found else Routing("outside")


def _plain(grid: str, topic: str, ready: Sequence[Duty]) -> Routing:
    serving = [one for one in ready if one.serves(grid)]
    chosen = [one for one in serving if one.role == "grid_worker"][:1]
    if topic not in _NOT_FOR_PROPERTY:
        chosen += [one for one in serving if one.role == "property"][:1]
    spare = [one for role in ("grid_worker", "secretary", "supervisor") for one in serving if one.role == role]
    chosen += [one for one in spare if one.person not in {other.person for other in chosen}][: _MOST - len(chosen)]
    found = _recipients(chosen)
    return Routing("grid", found) if found else Routing("closed")


def _recipients(duties: Iterable[Duty]) -> tuple[Recipient, ...]:
    by_person = {one.person: Recipient(one.person, one.role) for one in duties}
    return tuple(by_person.values())[:_MOST]
