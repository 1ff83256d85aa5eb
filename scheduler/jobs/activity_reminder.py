"""The evening before: everybody with a seat is reminded, and the group once."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from domain.activities import wording
from domain.activities.activity import ActivitiesBetween, Activity, SignUpsOf, milliseconds, moment
from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.period import SHANGHAI, civil
from domain.query import Book

_DAY = timedelta(days=1)


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    tomorrow = datetime.combine(civil(due.at) + _DAY, time(), SHANGHAI)
    since, until = milliseconds(tomorrow), milliseconds(tomorrow + _DAY)
    found = await book.answer(ActivitiesBetween(since, until))
    coming = [one for one in found if one.state == "open" and one.plan.starts_at >= since]
    return [post for one in coming for post in await _posts(book, one)]


async def _posts(book: Book, activity: Activity) -> list[Post]:
    """One post for everybody, so that one person who is away holds up nobody else."""
    seated = [one for one in await book.answer(SignUpsOf(activity.number)) if one.state == "in"]
    starts = moment(activity.plan.starts_at)
    words = wording.eve(activity)
    told = [(str(one.subject), Say(Target("subject", str(one.subject)), words, expires_at=starts)) for one in seated]
    card = wording.eve_group(activity, len(seated))
    group = Say(Target("grid", activity.plan.grid), "", card, urgency=Urgency.PUBLIC, expires_at=starts)
    return [Post(f"{activity.number}:{chat}", (say,)) for chat, say in (*told, ("group", group))]


job = Job(
    "activity_reminder",
    Cron(hour=18, minute=10),
    "day",
    timedelta(hours=5),
    _plan,
    coalesce=True,
    title="活动前一天提醒",
)
