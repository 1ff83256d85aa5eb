"""Addresses as people write them, read into building, unit and room: one canonical wording for all."""

import re
from dataclasses import dataclass

from domain.numerals import COMMON, FORMAL, digits_of, fold

_TRADITIONAL = str.maketrans("棟幢橦單號樓層門戶區間", "栋栋栋单号楼层门户区间")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−─﹣～~", "-"))
_ADMINISTRATION = re.compile(
    r"^(?:[^\d\s]{1,8}?(?:省|自治州|州|(?<![超菜门夜早集花])市(?![场部民政])|县|街道办?|镇|社区)"
    r"|[^\d\s]{1,4}?(?<![小园社])区(?!栋))"
)
_STREET = re.compile(r"[路街巷道][^路街巷道]*号")
_TYPOS = (
    (re.compile(rf"(?<=[\d{COMMON}])[冻凍洞动動](?=\s*[\d{COMMON}])"), "栋"),
    (re.compile(rf"(?<=[\d{COMMON}])[单但丹][元园圆原](?=\s*[\d{COMMON}])"), "单元"),
)
"""What sounds like 栋 and 单元 between two numbers, each as long as what it stands for."""
_BLANK = re.compile(r"[\s,，、。·:：]+")

_GAP = r"[\s\-,，、·.]*"
_WORDED = rf"[{COMMON}]{{1,4}}|[{FORMAL}]{{1,4}}"
_NUMBER = rf"(?:\d{{1,3}}|{_WORDED})"
_NO_COUNT = r"(?!\s*(?:户(?!主)|楼|层|人|多|个|元|分|次|点|块|米|斤|岁|年|月|度|单元|栋|幢))"
_BUILDING = (
    rf"(?P<building>[A-Za-z]?\d{{1,3}}[A-Za-z]?|{_WORDED}|[A-Za-z甲乙丙丁])\s*"
    rf"(?:号楼|号栋|#楼|#栋|栋楼(?=\s*\d)|栋|座|#|(?:楼|号)(?=\s*{_NUMBER}\s*单元))"
)
_UNIT = rf"(?P<unit>{_NUMBER}|[A-Za-z东西南北中])\s*(?:单元|单(?!\w*元)|座|门(?=\s*\d{{3}}))"
_FLOOR_DOOR = (
    rf"(?P<floor>{_NUMBER})\s*(?:楼|层){_GAP}(?P<door>\d{{1,2}}|[{COMMON}]{{1,2}}|[{FORMAL}]{{1,2}})\s*(?:室|号房?|房|户)"
    r"|(?P<floor2>\d{1,2})-(?P<door2>\d{1,2})(?![\d-])"
)
_ROOM = (
    rf"(?:(?:{_NUMBER})\s*(?:楼|层){_GAP})?"
    rf"(?P<room>\d{{2,4}}[A-Za-z]?(?![\w])|\d{{3,4}}[A-Za-z]?(?!\d)|[{COMMON}]{{2,7}}(?![{COMMON}])|[{FORMAL}]{{2,7}}(?![{FORMAL}]))"
    rf"{_NO_COUNT}\s*(?:室|号房|号|房)?"
)
_WORDS = re.compile(
    rf"(?<![\dA-Za-z]){_BUILDING}"
    rf"(?:{_GAP}(?:{_UNIT}|(?P<short_unit>\d{{1,2}})-(?=\d{{3,4}}(?!\d))))?"
    rf"(?:{_GAP}(?:{_FLOOR_DOOR}|{_ROOM}))?"
)
_DASHED = re.compile(
    r"(?<![\dA-Za-z.\-])(?P<building>[A-Za-z]?\d{1,3})\s*[-/]\s*(?P<unit>\d{1,2})\s*[-/]\s*"
    r"(?P<room>\d{3,4}[A-Za-z]?)(?![\d\-])\s*(?:室|号房|号|房)?"
)
_TWO_PARTS = re.compile(r"^(?P<building>[A-Za-z]?\d{1,3})\s*[-/]\s*(?P<room>\d{3,4}[A-Za-z]?)\s*(?:室|号|房)?$")


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is: a home has a building and a room, a shop may have a street and number only."""

    building: str = ""
    unit: str = ""
    room: str = ""
    estate: str = ""
    """What stands before the building and is no town or street office: 龙江苑."""
    detail: str = ""
    """What stands behind, or the whole address where it names no building: 门口, 龙江路12号."""

    @property
    def household(self) -> str:
        """The canonical wording without what lies behind the door: 3栋2单元501."""
        parts = ((self.building, "栋"), (self.unit, "单元"), (self.room, ""))
        return self.estate + "".join(value + word for value, word in parts if value)

    @property
    def is_home(self) -> bool:
        """Whether one door is meant."""
        return bool(self.building and self.room)

    def __str__(self) -> str:
        return self.household + self.detail

    def fits(self, other: "Address") -> bool:
        """Whether both may mean one door: what either leaves out (unit, estate) is not held against it."""
        if not (self.is_home and other.is_home):
            return str(self) == str(other)
        exact = (self.building, self.room) == (other.building, other.room)
        loose = ((self.unit, other.unit), (self.estate, other.estate))
        return exact and all(not mine or not yours or mine == yours for mine, yours in loose)


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """An address inside a longer text, with its place there."""

    address: Address
    start: int
    end: int


def read_address(text: str) -> Address:
    """Read a text that is an address and nothing else."""
    plain = _plain(text).strip()
    match = _TWO_PARTS.search(plain) or _core(plain)
    if match is None:
        return Address(detail=_without_building(plain))
    before, behind = plain[: match.start()], plain[match.end() :]
    return _address(match, _estate(before), _detail(behind))


def normalise_address(text: str) -> str:
    """The one wording under which an address is kept and compared."""
    return str(read_address(text))


def find_address(text: str) -> FoundAddress | None:
    """The first building (with unit and room) that a free text names, with its place in that text."""
    match = _core(_plain(text))
    return None if match is None else FoundAddress(_address(match), match.start(), match.end())


def _plain(text: str) -> str:
    plain = fold(text).translate(_TRADITIONAL).translate(_DASHES)
    for typo, meant in _TYPOS:
        plain = typo.sub(meant, plain)
    return plain


def _core(plain: str) -> re.Match[str] | None:
    found = [match for match in (_DASHED.search(plain), _WORDS.search(plain)) if match]
    return min(found, key=lambda match: match.start(), default=None)


def _estate(before: str) -> str:
    rest = _BLANK.sub("", before).strip("-()")
    while match := _ADMINISTRATION.match(rest):
        rest = rest[match.end() :]
    return rest


def _without_building(plain: str) -> str:
    rest = _BLANK.sub("", plain)
    return _estate(rest) if _STREET.search(rest) else rest


def _detail(behind: str) -> str:
    rest = _BLANK.sub("", behind)
    # A second door must not grow together with the first.
    return f"、{rest}" if rest[:1].isdigit() else rest


def _address(match: re.Match[str], estate: str = "", detail: str = "") -> Address:
    part = {name: value or "" for name, value in match.groupdict().items()}
    unit = part.get("unit") or part.get("short_unit") or ""
    return Address(_number(part["building"]), _number(unit), _room(part), estate, detail)


def _room(part: dict[str, str]) -> str:
    floor = part.get("floor") or part.get("floor2")
    door = part.get("door") or part.get("door2")
    if floor and door:
        return f"{_number(floor)}{_number(door).zfill(2)}"
    room = _number(part.get("room", ""), keep_zero=True)
    return room.removeprefix("0") if len(room) == 4 else room


def _number(text: str, *, keep_zero: bool = False) -> str:
    digits = digits_of(text)
    if digits is None:
        return text.upper() if keep_zero else text.upper().lstrip("0")
    return digits if keep_zero else digits.lstrip("0")
