"""Points that move within a household, and the pool that helps neighbours: what goes in comes out again, no more."""

from dataclasses import dataclass, replace
from datetime import date

from domain.code import NewCode
from domain.decision import Watch
from domain.ledger import Contra, Hand, NewEntry, RuleMark
from domain.members import Subject
from domain.query import Query

HOUSEHOLD, RELIEF = "household", "relief"
"""The sorts of matters: a household's points put together, and help out of the pool."""
ASKED, AGREED, MERGED, DECLINED = "asked", "agreed", "merged", "declined"
POOL_KEY = "pool"
"""The key of the book that moves when help is given, so that the pool is never given away twice."""
LARGEST_HELP = 100
_ITEMS = {"household": "家庭合并", "pool": "互助池帮扶"}


@dataclass(frozen=True, slots=True)
class Pool:
    """What was given to the pool and not given on yet."""

    points: int
    version: int

    @property
    def watch(self) -> Watch:
        """Holds a decision to what is in the pool."""
        return Watch(POOL_KEY, self.version)


@dataclass(frozen=True, slots=True)
class PoolOf(Query[Pool]):
    """What is in the pool now."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many points under one code of a matter, on a day."""

    code: str
    points: int
    on: date
    version: str


def put_together(share: Share, giver: Subject, receiver: Subject) -> tuple[NewEntry, NewEntry]:
    """Both ends of what one member of a household leaves to another."""
    out = _entry(share, "household", giver, NewCode("L"))
    return replace(out, amount=-share.points), _entry(share, "household", receiver, NewCode("L", 1))


def helped(share: Share, receiver: Subject, hand: Hand) -> NewEntry:
    """What the pool gives to a neighbour."""
    return replace(_entry(share, "pool", receiver, NewCode("L")), hand=hand)


def _entry(share: Share, contra: Contra, subject: Subject, code: NewCode) -> NewEntry:
    return NewEntry(
        code=code,
        subject=subject.id,
        account="spendable",
        contra=contra,
        amount=share.points,
        source=f"{contra}:{share.code}",
        rule=RuleMark(_ITEMS[contra], share.version, ""),
        hand=Hand(grid=subject.grid),
        occurred_on=share.on.isoformat(),
    )
