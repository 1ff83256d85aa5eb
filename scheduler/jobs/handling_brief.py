"""Thursday evening: what was handled, as act and result, from three up; silent where nothing qualifies."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from domain.attachments import KeepAttachment
from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.document_files import attachment_of
from domain.documents import PairsSheet, PhotoPair
from domain.enrolment import GridsOf
from domain.findings import states
from domain.findings.photos import FitPhotos, PlacePhotos
from domain.findings.timing import milliseconds
from domain.matters.matter import MattersSince
from domain.members import SubjectAt
from domain.publicity.brief import RESTED_MS, Handled, HouseholdsAt, handled, lines, pairs
from domain.publicity.brief_wording import PHOTOS, PHOTOS_NOTE, brief
from domain.query import Book

_LONGEST = timedelta(days=400)
_A_WEEK_MS = 7 * 24 * 3_600_000


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    now = milliseconds(due.at)
    found = await _handled(due, book)
    photos = await book.answer(FitPhotos(milliseconds(due.at - _LONGEST)))
    posts = []
    for grid in await book.answer(GridsOf()):
        buildings = {one.building for one in found if one.grid == grid.code and one.building}
        households = {name: await book.answer(HouseholdsAt(grid.code, name)) for name in sorted(buildings)}
        if shown := lines(found, grid.code, households, now):
            picture = _picture(due, grid.name, pairs(found, grid.code, shown, photos))
            file = picture.id if picture else ""
            said = Say(Target("grid", grid.code), brief(grid.name, shown), urgency=Urgency.PUBLIC, file=file)
            posts.append(Post(f"grid:{grid.code}", (picture, said) if picture else (said,)))
    return posts


def _picture(due: Due, grid: str, found: Sequence[tuple[str, PlacePhotos]]) -> KeepAttachment | None:
    """Places of the grid before and after as one picture, or None where there are none."""
    if not found:
        return None
    shown = tuple(PhotoPair(act, one.before, one.after) for act, one in found)
    kept = attachment_of(PairsSheet("", PHOTOS.format(grid=grid), shown, PHOTOS_NOTE), "整改前后.png")
    return replace(kept, expires_at=milliseconds(due.at + timedelta(days=due.rules.negative.policy.board_max_days)))


async def _handled(due: Due, book: Book) -> list[Handled]:
    """What has been closed for one week and not for two, so that each matter is told of once."""
    until = milliseconds(due.at) - RESTED_MS
    found = []
    for one in await book.answer(MattersSince(states.SORT, milliseconds(due.at - _LONGEST))):
        if one.closed_at is None or not until - _A_WEEK_MS < one.closed_at <= until:
            continue
        subject = await book.answer(SubjectAt(one.subject))
        at_home = subject.address if subject and subject.kind == "resident" else ""
        found.append(handled(one, due.rules, at_home))
    return [one for one in found if one]


job = Job(
    "handling_brief",
    Cron(hour=18, minute=40, weekday="thu"),
    "week",
    timedelta(hours=48),
    _plan,
    coalesce=True,
    title="每周办结",
)
