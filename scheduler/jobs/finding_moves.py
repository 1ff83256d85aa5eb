"""What time does to findings: a timer that is over, a window that closed, an effect that ended, a silent reviewer."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.findings import states, wording
from domain.findings.appeals import SORT as APPEAL
from domain.findings.appeals import turn, undo
from domain.findings.timing import CHECK_WITHIN, milliseconds
from domain.ledger import Hand
from domain.matters.matter import Holder, Matter, MatterAt, MattersDue, MattersSince, MoveMatter, OpenMatters, Step
from domain.period import SHANGHAI, civil, months_before
from domain.query import Book
from domain.roles import Role
from domain.standing import EntriesByCode, StandingOf

_LONGEST = timedelta(days=800)
_MORNING = 8


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    now = milliseconds(due.at)
    posts = [post for one in await book.answer(MattersDue(now)) if (post := _moved(one, due))]
    appeals = await book.answer(OpenMatters(sort=APPEAL))
    posts += [await _by_silence(due, book, one) for one in appeals if turn(one, now) == "uphold"]
    if due.at.astimezone(SHANGHAI).hour == _MORNING:
        effective = await book.answer(MattersSince(states.SORT, milliseconds(due.at - _LONGEST)))
        posts += [_expired(one) for one in effective if one.state == states.EFFECTIVE and _is_over(one, due)]
    return posts


def _moved(finding: Matter, due: Due) -> Post | None:
    if finding.sort != states.SORT:
        return None
    if finding.state == states.NOTICED:
        moved = MoveMatter(finding, states.DUE, Step("window_closed"), due_at=finding.due_at)
        return _post(finding, moved)
    if finding.state == states.REMINDED:
        return _asked(finding, due)
    if finding.state == states.CHECKING:
        words = wording.corrected(finding.code, str(finding.facts["title"]))
        return _post(finding, states.close(finding, states.CORRECTED, Step("unanswered")), _told(finding, words))
    return None


def _asked(finding: Matter, due: Due) -> Post:
    """The worker is asked 还在吗; the question stays open for three days."""
    role: Role = "secretary" if finding.facts["role"] == "secretary" else "grid_worker"
    person = int(finding.facts["person"])
    moved = MoveMatter(
        matter=finding,
        state=states.CHECKING,
        step=Step("timer_over"),
        holder=Holder(role, person),
        due_at=milliseconds(due.at + CHECK_WITHIN),
    )
    card = Say(Target("staff", str(person)), "", wording.due_card(finding), urgency=Urgency.NOTICE)
    return _post(finding, moved, card)


async def _by_silence(due: Due, book: Book, appeal: Matter) -> Post:
    """Ten days without an answer: the appeal is upheld."""
    code = str(appeal.facts["about"])
    found = await book.answer(MatterAt(code))
    finding = found if found and found.sort == states.SORT else None
    entries = await book.answer(EntriesByCode(int(code[1:])))
    undone = undo(finding, entries, Hand(grid=appeal.grid), civil(due.at), wording.SILENCE)
    closed = MoveMatter(appeal, "upheld", Step("silence", note=wording.SILENCE), closes=True)
    told = _told(appeal, wording.upheld(appeal.code, code, wording.SILENCE, posted=undone.posted))
    standing = await book.answer(StandingOf(appeal.subject))
    watches = (appeal.watch, standing.watch, *((finding.watch,) if finding else ()))
    return Post(f"{appeal.code}:silence", (*undone.effects, closed, told), watches)


def _is_over(finding: Matter, due: Due) -> bool:
    item = due.rules.negative_item(str(finding.facts["item"]))
    if item is None or finding.closed_at is None:
        return False
    since = civil(datetime.fromtimestamp(finding.closed_at / 1000, SHANGHAI))
    return since <= months_before(civil(due.at), item.effect_months)


def _expired(finding: Matter) -> Post:
    moved = states.close(finding, states.EXPIRED, Step("expired"))
    return _post(finding, moved, _told(finding, wording.expired(finding)))


def _told(matter: Matter, words: str) -> Say:
    return Say(Target("subject", str(matter.subject)), words, urgency=Urgency.NOTICE)


def _post(matter: Matter, *effects: object) -> Post:
    return Post(f"{matter.code}:{matter.version}", effects, (matter.watch,))


job = Job(
    "finding_moves",
    Cron(hour="8-20/3", minute=25),
    "hour",
    timedelta(hours=12),
    _plan,
    coalesce=True,
    title="扣分的到期推进",
)
