"""On the fifth the secretary and the supervisors get the month in figures, and groups read what was redeemed."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.document_files import attachment_of
from domain.enrolment import GridsOf
from domain.figures import wording
from domain.figures.participation import KeepParticipation
from domain.figures.report import Month, card, disclosed, sheet
from domain.findings.settling import month_before
from domain.members import OnDuty
from domain.period import civil
from domain.query import Book
from domain.roles import Role
from scheduler.figures import gathered


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    today = civil(due.at)
    month = await gathered(book, month_before(today), due.rules, f"{today.year} 年 {today.month} 月 {today.day} 日")
    kept = Post("community", (KeepParticipation(month.month, month.participation),))
    return (kept, *await _reports(book, month), *await _groups(due, book, month))


async def _reports(book: Book, month: Month) -> list[Post]:
    posts = {}
    roles: tuple[Role, ...] = ("supervisor", "secretary")
    for role in roles:
        overseeing = role == "supervisor"
        name = wording.FILE.format(month=month.month, which=wording.FOR_SUPERVISORS if overseeing else "")
        paper = attachment_of(sheet(month, for_supervisors=overseeing), name)
        for one in await book.answer(OnDuty(role)):
            to = Target("staff", str(one.person))
            said = Say(to, "", card(month), urgency=Urgency.NOTICE, file=paper.id)
            posts[one.person] = Post(f"staff:{one.person}", (paper, said))
    return list(posts.values())


async def _groups(due: Due, book: Book, month: Month) -> list[Post]:
    least = due.rules.ratings.monthly.group_count_min_shown
    words = disclosed(month.shop, month.month, month.rewards or {}, least)
    if not words:
        return []
    return [
        Post(f"grid:{grid.code}", (Say(Target("grid", grid.code), words, urgency=Urgency.PUBLIC),))
        for grid in await book.answer(GridsOf())
    ]


job = Job("monthly_figures", Cron(hour=8, minute=50, day=5), "month", timedelta(days=7), _plan, title="月报")
