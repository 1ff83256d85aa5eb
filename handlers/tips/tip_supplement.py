"""The command 补充: more words or a photo to a tip, by receipt or by quoting the question; and 撤回."""

import re

from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import ANYONE
from domain.tips.case import ALPHABET, TipCase
from domain.tips.effects import WithdrawTip, supplement
from domain.tips.queries import OwnTip, TipByReceipt
from handlers.tips import wording
from handlers.tips.holding import held, said_receipt, seen_as

_CODE = re.compile(rf"T[{ALPHABET}]{{5}}")
_BACK = re.compile(
    r"\W*(?:我|要|想|请|帮)*(?:撤回|撤销|取消|收回|不[想要]?再?(?:报|举报|投诉|反映)了)"
    r"(?:我|之前|刚才|那个|这个|的|举报|投诉|反映|线索|了|吧|\W)*"
)


async def tip_supplement(request: Request, book: Book) -> Decision:
    """Seal more to the recipients, or erase all after a yes."""
    case = await _meant(request, book)
    if not (await seen_as(book, case)).is_open:
        raise Refusal(wording.CASE_CLOSED)
    today = civil(request.now)
    if request.answers.get("withdraw") is True:
        return Decision(Answer(wording.WITHDRAWN), (WithdrawTip(case, today),), (case.watch,))
    words, code = str(request.slot("content") or ""), {"code": case.code}
    if _BACK.fullmatch(words) or _BACK.match(request.message.text):
        return Decision(ask=Ask("withdraw", wording.WITHDRAW, on_no=wording.STAYS, facts=code))
    if not words and request.picture is None:
        return Decision(ask=Ask("photo", wording.PHOTO_OR_WORDS, "photo", on_no=wording.NO_PHOTO, facts=code))
    return Decision(Answer(wording.ADDED), supplement(case, words, today, request.picture), (case.watch,))


async def _meant(request: Request, book: Book) -> TipCase:
    """By receipt; without one, by the code in the question that is quoted, which only its own reporter may answer."""
    if request.answers.keys() & {"withdraw", "photo"} and request.slot("receipt"):
        again = await book.answer(TipByReceipt(said_receipt(request, "补充")))
        if again is None:
            raise Refusal(wording.CASE_CLOSED)
        return again
    quote = request.message.quote
    found = _CODE.search(quote.text) if quote and not request.slot("receipt") else None
    code = found[0] if found else str(request.answers.get("code", ""))
    own = await book.answer(OwnTip(code, request.sender.account)) if code else None
    word = "撤回举报" if _BACK.match(request.message.text) else "补充"
    return own or await held(request, book, said_receipt(request, word))


command = Command(
    intent="tip_supplement",
    title="补充举报",
    words=Words(
        names=(
            "补充举报",
            "补充",
        ),
        phrases=(
            r"(我|我们|给|对|还|再)*(补充|追加|添加|补)(<一下>|举报|说明|材料|线索|证据|内容|点|一点|一条|两句|几句|情况|信息|个)*[\s,，:：]*(我)?(的)?(回执|回执号|单号|号码|编号|号)*(是)?~{receipt}~{content:text}?",
            r"(我)?(要|想|请)?(撤回|撤销|取消)(我)?(的)?(举报|投诉|反映|线索|回执|回执号)*[\s,，:：]*~{receipt}",
            "(我)?(要|想|请|帮我)*(撤回|撤销|取消|收回)(我|之前|刚才|那个|这个|的)*(举报|投诉|反映|线索)(了|吧|<一下>)*",
            "(我)?不(想|要)?(再)?(举报|投诉|反映)了(吧)?",
            r"(我)?(回执|回执号|单号|举报|编号|号码|给|对|这个|[:：])*~{receipt}(这个|那个|的|举报|单子|件|号|[,，\s])*(我)?(要|想|还要|还想|再|需要|来)*(补充|追加|补)(<一下>|举报|说明|材料|线索|点|一点|一条|两句|几句|情况)*~{content:text}?",
            "(补充|追加)(<一下>|举报|说明|材料|线索|证据|内容)*",
            r"(补充|追加)(<一下>|举报|说明|材料|线索|证据)*[\s,，:：]+{content:text}",
        ),
        quoted="receipt",
    ),
    who=ANYONE,
    where=Where.PRIVATE_ONLY,
    confidential=True,
    writes=True,
    handle=tip_supplement,
    takes_photo=True,
    examples={"补充 3847 1029 5561 0923 昨晚又充了": {"receipt": "3847102955610923", "content": "昨晚又充了"}},
)
