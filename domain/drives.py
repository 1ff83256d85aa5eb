"""Pledge drives: a text posted in a group that many sign by one phrase, until an evening."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from domain.code import NewCode
from domain.decision import Say, Target, Urgency
from domain.desk import BoundRoom
from domain.matters.matter import OpenMatter, Step
from domain.period import SHANGHAI
from domain.pledges import TextShown, room_chat, text_name
from domain.pledges_wording import drive
from domain.rules.pledges import Pledge

SORT = "drive"
OPEN, OVER = "open", "over"
MOST_DAYS = 7
"""As long as a text that stood in a group may be signed there at once."""


def started(pledge: Pledge, grids: Sequence[str], rooms: Iterable[BoundRoom], last: date) -> tuple[object, ...]:
    """What starts a drive in some grids: its matter, its text in their groups, and that the text stood there."""
    # The text stays signable at once for seven days, so a drive ends on the morning of its last day at the latest.
    end = int(datetime.combine(last, time(9, 30), SHANGHAI).timestamp() * 1000)
    effects: list[object] = []
    for slot, grid in enumerate(grids):
        effects.append(_opened(NewCode("K", slot), pledge, grid, end))
        effects.append(Say(Target("grid", grid), drive(pledge, last), urgency=Urgency.PUBLIC))
    shown = (one for one in rooms if one.kind == "grid" and one.grid in grids)
    return (*effects, *(TextShown(room_chat(one.channel, one.room), text_name(pledge)) for one in shown))


def _opened(code: NewCode, pledge: Pledge, grid: str, end: int) -> OpenMatter:
    return OpenMatter(
        code=code,
        sort=SORT,
        state=OPEN,
        line=pledge.title,
        step=Step(OPEN, role="administrator"),
        grid=grid,
        due_at=end,
        facts={"pledge": pledge.code},
    )
