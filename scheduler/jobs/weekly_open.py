"""Friday evening: what help is looked for, what comes, and what the teams did this week, as counts."""

from collections.abc import Sequence
from datetime import timedelta

from domain.activities.activity import ActivitiesBetween, TeamMinutes, milliseconds
from domain.activities.wording import weekly
from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.enrolment import GridsOf
from domain.matters.matter import OpenMatters
from domain.outbox import RoutesTo
from domain.query import Book
from domain.services.weekly import open_lines

_WEEK = timedelta(days=7)
_AHEAD = timedelta(days=14)


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    now = milliseconds(due.at)
    teams = await book.answer(TeamMinutes(milliseconds(due.at - _WEEK), now))
    matters = await book.answer(OpenMatters())
    found = await book.answer(ActivitiesBetween(now, milliseconds(due.at + _AHEAD)))
    posts, grids = list[Post](), await book.answer(GridsOf())
    staff = weekly((), (), tuple(dict.fromkeys(line for grid in grids for line in open_lines(matters, grid.code))))
    routes = await book.answer(RoutesTo(Target("staff_group")))
    if staff.lines and routes:
        posts.append(Post("staff", (Say(Target("staff_group"), "", staff, urgency=Urgency.PUBLIC),)))
    for grid in grids:
        coming = [
            one for one in found if one.plan.grid == grid.code and one.state == "open" and one.plan.starts_at > now
        ]
        card = weekly(coming, teams, open_lines(matters, grid.code))
        if card.lines:
            posts.append(Post(f"grid:{grid.code}", (Say(Target("grid", grid.code), "", card, urgency=Urgency.PUBLIC),)))
    return posts


job = Job(
    "weekly_open", Cron(hour=18, minute=20, weekday="fri"), "week", timedelta(hours=48), _plan, title="周五志愿预告"
)
