"""The command 追问: a recipient asks the reporter, whom nobody knows."""

import re

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.tips.effects import ask_reporter as asked
from domain.tips.queries import TipFor, TipsWaitingFor
from handlers.tips import wording
from handlers.tips.ruling import persons

_WHO = re.compile(
    r"(?:您|你|举报人|反映人)(?:本人|自己)?(?:是谁|是哪位|是哪家|叫什么|叫啥|姓什么|姓啥|贵姓|住(?:哪|几|在)|家住|是几[栋号楼]"
    r"|的?(?:真?姓名|名字|电话|手机|号码|微信|联系方式|门牌|房号|住址|地址|身份))"
    r"|怎么称呼|(?:留|给|报|说|写)(?:个|一下|下)?(?:您|你)?的?(?:电话|手机号?|姓名|名字|联系方式|住址|门牌)|^(?:是谁|谁|哪个|哪位)(?:举报|反映|投诉)?的?[?？]*$"
)
"""Questions for whoever reported, not for what happened."""


async def ask_reporter(request: Request, book: Book) -> Decision:
    """The question goes the sealed way back; whoever asks never learns whether there is one."""
    code = str(request.slot("ref") or await _only(request, book))
    case = await book.answer(TipFor(code, persons(request)))
    if case is None or not case.is_open:
        raise Refusal(wording.NOT_YOURS.format(code=code))
    if _WHO.search(str(request.slot("question"))):
        raise Refusal(wording.NOT_WHO)
    words = wording.question(code, str(request.slot("question")))
    return Decision(Answer(wording.ASKED), asked(case, words, civil(request.now)), (case.watch,))


async def _only(request: Request, book: Book) -> str:
    waiting = await book.answer(TipsWaitingFor(persons(request)))
    if len(waiting) != 1:
        raise Refusal(wording.WHICH)
    return waiting[0].code


command = Command(
    intent="ask_reporter",
    title="追问",
    words=Words(
        names=("追问",),
        phrases=(
            r"(我)?(追问|问问举报人|追问举报人|问举报人|问一?下举报人|再问一?下?举报人)(<一下>|举报人|一句|[:：,，\s])*~{ref:case}~(<一下>)?~{question:asked}",
            "(我)?(追问|问问举报人|追问举报人|问举报人|问一?下举报人|再问一?下?举报人)(<一下>|举报人|一句)*~{question:asked}",
            r"{ref:case}[\s,，]*(追问|问问举报人|问一?下举报人)(<一下>|举报人)*~{question:asked}",
            "(再|帮我|麻烦|请|问一?下|问问|追问一?下|追问)*~{ref:case}~(的|那个|这个|那件)+举报人~{question:asked}",
        ),
        quoted="case",
    ),
    who=frozenset({"grid_worker", "property", "supervisor", "secretary"}),
    where=Where.PRIVATE_ONLY,
    writes=True,
    handle=ask_reporter,
    examples={
        "追问 T7K3P 请问大概几点": {"ref": "T7K3P", "question": "请问大概几点"},
        "追问 在几楼": {"question": "在几楼"},
    },
)
