"""A task that a person had to confirm has ended: the book keeps the day, or the text goes to whoever pastes it."""

from domain.decision import Unit
from domain.happenings import TaskEnded
from domain.matters.matter import OpenMatters
from domain.members import OnDuty
from domain.pasting import CONFIRMING, SORT, confirmed, returned, whose
from domain.query import Posting
from domain.refusal import Moved


async def ended(book: Posting, task: TaskEnded, now: int) -> bool:
    """True where something was still waiting for it; told twice, it does nothing."""
    open_ones = await book.answer(OpenMatters(sort=SORT))
    matter = next((one for one in open_ones if one.state == CONFIRMING and one.facts.get("task") == task.task), None)
    if matter is None:
        return False
    if task.posted:
        effects: tuple[object, ...] = (confirmed(matter),)
    else:
        effects = returned(matter, await book.answer(OnDuty(whose(matter.grid), matter.grid)))
    try:
        await book.post(Unit(None, effects, (matter.watch,), at=now))
    except Moved:
        return False  # somebody said 已发出 at the same moment
    return True
