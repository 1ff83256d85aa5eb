"""The states of a board (product.md section 4): every change is a step of the matter that carries it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from domain.boards.board import Board, board_from
from domain.boards.quarter import Quarter, quarter_at
from domain.code import NewCode
from domain.decision import Watch
from domain.findings.settling import approved as two_said_yes
from domain.findings.settling import votes
from domain.matters.matter import Matter, MoveMatter, OpenMatter, Step, matter_key
from domain.period import SHANGHAI
from domain.rules.rulebook import Rulebook

SORT, ASSESSMENT = "board", "assessment"
DRAFT, NOTICED, PUBLISHED, TAKEN_DOWN = "draft", "noticed", "published", "taken_down"
Edition = Literal["", "counts", "full"]
_DAY_MS = int(timedelta(days=1).total_seconds() * 1000)


@dataclass(frozen=True, slots=True)
class Kept:
    """A board's matter, read."""

    matter: Matter

    @property
    def quarter(self) -> Quarter:
        """The quarter it is about."""
        found = quarter_at(self.matter.code)
        if found is None:
            raise ValueError(f"{self.matter.code} is no board")
        return found

    @property
    def draft(self) -> Board:
        """What is voted on."""
        return board_from(self.matter.facts["board"])

    @property
    def shown(self) -> Board | None:
        """What is published now; None while nothing is."""
        facts = self.matter.facts.get("shown")
        return board_from(facts) if facts else None

    @property
    def edition(self) -> Edition:
        """Which edition was published."""
        said: Edition = self.matter.facts["edition"]
        return said

    @property
    def revision(self) -> int:
        """The number of the draft."""
        return int(self.matter.facts["revision"])

    @property
    def dropped(self) -> Mapping[str, str]:
        """Codes that were dropped at the desk, with the reasons."""
        dropped: Mapping[str, str] = self.matter.facts["dropped"]
        return dropped

    @property
    def told(self) -> Mapping[str, int]:
        """When the subject behind each code was told, in epoch ms."""
        told: Mapping[str, int] = self.matter.facts["told"]
        return told

    @property
    def voting(self) -> tuple[Step, ...]:
        """The steps since the draft that is voted on; a new draft is voted on anew."""
        steps = self.matter.steps
        begun = max((place for place, one in enumerate(steps) if one.act == "drafted"), default=0)
        return steps[begun:]

    @property
    def approved(self) -> bool:
        """True once two said yes to this draft, one of them a supervisor, and nobody's no stands."""
        return two_said_yes(self.voting)

    @property
    def rejected(self) -> bool:
        """True where somebody's no stands."""
        return any(one.act == "reject" for one in votes(self.voting).values())

    def objections_end(self, rules: Rulebook) -> int | None:
        """When the last of those who would be named has had the time to object; None before all were told."""
        if not self.draft.codes <= set(self.told):
            return None
        days = rules.negative.policy.notice_days_before_publication
        return max((self.told[code] for code in self.draft.codes), default=self.matter.opened_at) + days * _DAY_MS

    def may_name(self, rules: Rulebook, now: int) -> bool:
        """True where the full edition may go out."""
        end = self.objections_end(rules)
        return self.approved and end is not None and (now >= end or not self.draft.codes)

    def taken_down_at(self, rules: Rulebook) -> datetime:
        """When it is taken down."""
        days = min(rules.ratings.quarterly_board.display_days, rules.negative.policy.board_max_days)
        since = datetime.fromtimestamp(int(self.matter.facts["published_at"]) / 1000, SHANGHAI)
        return since + timedelta(days=days)


def opened(board: Board) -> tuple[OpenMatter, Watch]:
    """A new draft; two at the same moment cannot both be posted."""
    code = board.quarter.code
    facts: dict[str, Any] = {"board": board.as_facts(), "revision": 1, "dropped": {}, "told": {}, "edition": ""}
    facts |= {"published_at": 0, "shown": None}
    matter = OpenMatter(code, SORT, DRAFT, board.quarter.title, Step("drafted", note="1"), facts=facts)
    return matter, Watch(matter_key(code), 0)


def redrafted(kept: Kept, board: Board, person: int = 0, role: str = "system") -> MoveMatter:
    """A new draft, voted on anew."""
    revision = kept.revision + 1
    facts = {"board": board.as_facts(), "revision": revision}
    state = PUBLISHED if kept.edition else DRAFT
    return MoveMatter(kept.matter, state, Step("drafted", person, role, str(revision)), facts=facts)


def noticed(kept: Kept, codes: Sequence[str], now: int) -> MoveMatter:
    """Whoever is behind these codes has been told."""
    facts = {"told": {**kept.told, **dict.fromkeys(codes, now)}}
    return MoveMatter(kept.matter, PUBLISHED if kept.edition else NOTICED, Step("noticed"), facts=facts)


def published(kept: Kept, board: Board, step: Step, now: int) -> MoveMatter:
    """It stands in the groups."""
    facts: dict[str, Any] = {"shown": board.as_facts(), "edition": "full" if board.named else "counts"}
    facts |= {"published_at": int(kept.matter.facts["published_at"]) or now}
    return MoveMatter(kept.matter, PUBLISHED, step, facts=facts)


def updated(kept: Kept, board: Board, act: str) -> MoveMatter:
    """What is shown from now on."""
    return MoveMatter(kept.matter, PUBLISHED, Step(act), facts={"shown": board.as_facts()})


def taken_down(kept: Kept, step: Step) -> MoveMatter:
    """Closed to groups."""
    return MoveMatter(kept.matter, TAKEN_DOWN, step, closes=True)


def line_dropped(kept: Kept, code: str, reason: str) -> MoveMatter:
    """A line leaves the draft; the reason stays for supervisors to read."""
    facts = {"dropped": {**kept.dropped, code: reason}}
    return MoveMatter(kept.matter, kept.matter.state, Step("dropped", note=f"{code} {reason}"), facts=facts)


def assessed(now: datetime) -> OpenMatter:
    """An impact assessment was filed."""
    return OpenMatter(
        NewCode("K"), ASSESSMENT, "filed", f"{now.astimezone(SHANGHAI):%Y-%m-%d}", Step("filed"), closed=True
    )
