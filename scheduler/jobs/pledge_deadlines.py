"""Every morning: pledges near their end or with a new text are asked for again, those at their end expire."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency, Watch
from domain.drives import OVER
from domain.drives import SORT as DRIVE
from domain.findings.timing import milliseconds
from domain.matters.matter import Matter, MoveMatter, OpenMatters, Step
from domain.period import SHANGHAI, civil
from domain.pledges import RENEWAL_ASKED, SORT, text_version, until
from domain.pledges_wording import changed, drive_over, expired, renew
from domain.query import Book
from domain.rules.rulebook import Rulebook


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    held = await book.answer(OpenMatters(sort=SORT))
    moves: dict[int, list[tuple[MoveMatter, str]]] = defaultdict(list)
    for one in held:
        if turn := _turn(one, due):
            moves[one.subject].append(turn)
    posts = [_post(subject, turns) for subject, turns in moves.items()]
    drives = await book.answer(OpenMatters(sort=DRIVE))
    return posts + [_over(one, held) for one in drives if (one.due_at or 0) <= milliseconds(due.at)]


def _turn(signature: Matter, due: Due) -> tuple[MoveMatter, str] | None:
    """What time does to a signature, and what is said of it."""
    pledge, last = due.rules.pledge_of_code(str(signature.facts["pledge"])), until(signature)
    if last < civil(due.at):
        return MoveMatter(signature, "expired", Step("expired"), closes=True), expired(signature.line)
    if pledge is None:
        return None
    if signature.state != RENEWAL_ASKED and (signature.due_at or 0) <= milliseconds(due.at):
        return _asked(signature, due.rules), renew(pledge, last)
    version = text_version(pledge)
    new = version not in {signature.facts["version"], signature.facts.get("asked_version")}
    if new and due.rules.pledges.policy.version_change_requires_resign:
        step = Step("text_changed")
        facts = {"asked_version": version}
        moved = MoveMatter(signature, signature.state, step, due_at=signature.due_at, facts=facts)
        return moved, changed(pledge, last)
    return None


def _asked(signature: Matter, rules: Rulebook) -> MoveMatter:
    end = datetime.combine(until(signature) + timedelta(days=1), time(), SHANGHAI)
    pledge = rules.pledge_of_code(str(signature.facts["pledge"]))
    facts = {"asked_version": text_version(pledge)} if pledge else {}
    return MoveMatter(signature, RENEWAL_ASKED, Step(RENEWAL_ASKED), due_at=milliseconds(end), facts=facts)


def _post(subject: int, turns: Sequence[tuple[MoveMatter, str]]) -> Post:
    words = "\n".join(said for _, said in turns)
    say = Say(Target("subject", str(subject)), words, urgency=Urgency.NOTICE)
    watches: tuple[Watch, ...] = tuple(move.matter.watch for move, _ in turns)
    return Post(f"subject:{subject}", (*(move for move, _ in turns), say), watches)


def _over(drive: Matter, held: Sequence[Matter]) -> Post:
    pledge = drive.facts["pledge"]
    signers = {one.subject for one in held if one.grid == drive.grid and one.facts["pledge"] == pledge}
    say = Say(Target("grid", drive.grid), drive_over(drive, len(signers)), urgency=Urgency.PUBLIC)
    return Post(drive.code, (MoveMatter(drive, OVER, Step(OVER), closes=True), say), (drive.watch,))


job = Job(
    "pledge_deadlines", Cron(hour=9, minute=40), "day", timedelta(hours=12), _plan, coalesce=True, title="承诺到期提醒"
)
