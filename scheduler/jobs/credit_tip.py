"""On Wednesday evening every group reads one credit tip; whoever subscribed reads it privately as well."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, PausedJobs, Post
from domain.consents import ConsentsTo
from domain.decision import Say, Target, Urgency
from domain.enrolment import GridsOf
from domain.findings import states
from domain.matters.matter import Matter, MattersSince
from domain.members import SubjectAt
from domain.period import civil
from domain.pledges import ShownSince, TextShown
from domain.publicity import wording
from domain.publicity.tips import choose, issues, tips_of
from domain.query import Book
from domain.rules.tips import Tip

_A_MONTH = timedelta(days=30)


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    findings = await book.answer(MattersSince(states.SORT, int((due.at - _A_MONTH).timestamp() * 1000)))
    stopped = await book.answer(PausedJobs())
    posts = []
    for grid in await book.answer(GridsOf()):
        tip = await _tip(due, book, grid.code, [one for one in findings if one.grid == grid.code])
        if tip is not None:
            said = Say(Target("grid", grid.code), wording.credit_tip(tip), urgency=Urgency.PUBLIC)
            told = () if tips_of(grid.code) in stopped else (said,)
            posts.append(Post(f"grid:{grid.code}", (*told, TextShown(_chat(grid.code), tip.code))))
            posts += await _for_subscribers(book, grid.code, tip)
    return posts


def _chat(grid: str) -> str:
    return f"grid:{grid}"


async def _tip(due: Due, book: Book, grid: str, findings: Sequence[Matter]) -> Tip | None:
    tips = due.rules.tips
    rested = due.at - timedelta(days=tips.policy.no_repeat_within_days)
    since = int(rested.timestamp() * 1000)
    heard = [tip.code for tip in tips.tips if await book.answer(ShownSince(_chat(grid), tip.code, since))]
    return choose(tips.tips, civil(due.at).month, heard, issues(findings, due.rules), f"{due.period}{grid}")


async def _for_subscribers(book: Book, grid: str, tip: Tip) -> list[Post]:
    posts = []
    for number in await book.answer(ConsentsTo("tips")):
        subject = await book.answer(SubjectAt(number))
        if subject is not None and subject.grid == grid:
            words = wording.credit_tip_for_one(tip)
            said = Say(Target("subject", str(number)), words, urgency=Urgency.NOTICE)
            posts.append(Post(f"subject:{number}", (said,)))
    return posts


job = Job(
    "credit_tip",
    Cron(hour=19, minute=30, weekday="wed"),
    "week",
    timedelta(hours=48),
    _plan,
    coalesce=True,
    title="信用小贴士",
)
