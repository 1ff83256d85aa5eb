"""The command 撤回承诺: a signature ends at once and costs nothing."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.matters.matter import MoveMatter, Step
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from handlers.pledges import wording
from handlers.pledges.signatures import pledge_meant, signature_of


async def pledge_withdraw(request: Request, book: Book) -> Decision:
    """End the signature; no points are lost."""
    subject = request.subject
    pledge = pledge_meant(request, subject)
    held = await signature_of(book, subject.id, pledge)
    if held is None:
        raise Refusal(wording.nothing_to_withdraw(pledge))
    ended = MoveMatter(held, "withdrawn", Step("withdrawn", role="resident"), closes=True)
    return Decision(Answer(wording.withdrawn(pledge)), (ended,), (held.watch,))


command = Command(
    intent="pledge_withdraw",
    title="撤回承诺",
    words=Words(
        names=("撤回承诺",),
        hints=("(撤回|收回|取消|撤销|不想)&承诺&{pledge}",),
        phrases=(
            "(撤回|撤销|取消|收回|退出)(我)?<的>?(签<的>)?承诺书?~{pledge}(承诺书?)?",
            "(把)?(撤回|撤销|取消|收回)?(我|签)*<的>?{pledge}<的>?承诺书?(给我|帮我|我要|我想)*(撤回|撤销|取消|收回)(掉|了)?",
            "(撤回|撤销|取消|收回|退出)(我|签|<的>)*{pledge}<的>?承诺书?",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    asks_anyway=True,
    handle=pledge_withdraw,
    examples={"撤回承诺 文明养犬": {"pledge": "文明养犬"}},
)
