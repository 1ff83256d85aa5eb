"""The command 如果: how people ask for it."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.period import civil
from domain.query import Book
from domain.rating import window_start
from domain.request import Request
from domain.roles import BOUND
from domain.standing import EntriesOf
from handlers.points import rating_wording
from handlers.points.planning import read_plan
from handlers.rated import rated


async def what_if(request: Request, book: Book) -> Decision:
    """The grade that a plan would lead to; nothing is kept of it."""
    plan = str(request.answers.get("plan") or request.slot("plan") or "")
    if not plan:
        return Decision(ask=Ask("plan", rating_wording.WHICH_PLAN, "text"))
    subject, today = request.subject, civil(request.now)
    parts = read_plan(plan, subject.kind, request.rules)
    year = await book.answer(EntriesOf(subject.id, window_start(today).isoformat()))
    rating = await rated(request, book, subject.id, year, sum(part.points for part in parts))
    lines = [rating_wording.part(part.item.title, part.points, part.item.cap_points) for part in parts]
    told = rating_wording.would_be(rating)
    return Decision(Answer("\n".join([subject.name, *lines, *told, request.rules.ratings.scope.disclaimer])))


command = Command(
    intent="what_if",
    title="如果",
    words=Words(
        names=("如果",),
        phrases=("(如果|假如|要是|假设|万一)~{plan:text}",),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    handle=what_if,
    examples={"如果 再签一份承诺 参加两次巡逻": {"plan": "再签一份承诺 参加两次巡逻"}},
)
