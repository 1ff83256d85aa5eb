"""The residents' covenant in versions: drafted at the desk, open to comments, adopted by a meeting (product.md 2.1)."""

from dataclasses import dataclass
from typing import Literal

from domain.query import Query

COMMENT = "covenant_comment"
"""The sort under which what people say about a draft is kept."""
OF_THE_RULES = 1
"""The version that stands in the rule files; the desk's follow it."""


@dataclass(frozen=True, slots=True)
class Covenant:
    """One version; posting it replaces what was kept under its number. ``comment_until`` is in epoch ms."""

    version: int
    title: str
    articles: tuple[str, ...]
    changes: tuple[str, ...] = ()
    """What is new, in two lines at most."""
    state: Literal["open", "adopted", "dropped"] = "adopted"
    comment_until: int = 0
    meeting: str = ""
    adopted_on: str = ""
    votes_for: int = 0
    votes_against: int = 0


@dataclass(frozen=True, slots=True)
class CovenantInForce(Query["Covenant | None"]):
    """The newest adopted version of the desk, or None where the rule files hold."""


@dataclass(frozen=True, slots=True)
class Covenants(Query[tuple[Covenant, ...]]):
    """All versions of the desk, newest first."""


@dataclass(frozen=True, slots=True)
class BoundSubjects(Query[tuple[int, ...]]):
    """Everybody who has a chat account, by number."""


def drafted(versions: tuple[Covenant, ...]) -> Covenant | None:
    """The draft that is not decided yet."""
    return next((one for one in versions if one.state == "open"), None)
