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
from domain.tips.identifying import redacted
from domain.tips.queries import OwnTip, TipByReceipt
from domain.tips.receipts import parted
from handlers.tips import wording
from handlers.tips.holding import BACK, asked_for, digits, held, said_receipt, seen_as, takes_back, waved, withdrawal

_CODE = re.compile(rf"T[{ALPHABET}]{{5}}")
_BACK = re.compile(rf"\W*{BACK}")
_AS_WRITTEN = r"(?:不用|不要|不必|别|不)?(?:隐去?|遮)?[,，\s]*照?(?:原话|原样|我?写的)转?"


async def tip_supplement(request: Request, book: Book) -> Decision:
    """Seal more to the recipients, or erase all after a yes."""
    found = await _meant(request, book)
    if isinstance(found, Decision):
        return found
    case, words, today = found, _words(request), civil(request.now)
    back = takes_back(words) or "back" in request.answers or (not words and bool(_BACK.match(request.message.text)))
    if not (await seen_as(book, case)).is_open:
        raise Refusal(wording.TOO_LATE if back else wording.CASE_CLOSED)
    if request.answers.get("withdraw") is True:
        return Decision(Answer(wording.WITHDRAWN), (WithdrawTip(case, today),), (case.watch,))
    if back:
        return withdrawal(code=case.code)
    if not words and request.picture is None:
        return Decision(ask=Ask("words", wording.PHOTO_OR_WORDS, "text", photo_too=True, facts={"code": case.code}))
    return _added(request, case, words)


def _words(request: Request) -> str:
    """What is added: said with the command, behind the receipt that was asked for, or when asked for it."""
    said = request.slot("content") or parted(str(request.answers.get("receipt") or ""))[1]
    return str(said or request.answers.get("words") or "")


def _added(request: Request, case: TipCase, words: str) -> Decision:
    """More words without what tells who wrote them, unless they are wanted as they are."""
    today = civil(request.now)
    if request.answers.get("hide") is False and not waved(request.message.text):
        return Decision(Answer(wording.AS_WRITTEN), supplement(case, words, today), (case.watch,))
    if "hide" in request.answers:
        return Decision(Answer(wording.KEPT))
    hidden = redacted(words, request.sender)
    effects = supplement(case, hidden, today, request.picture)
    ask = None
    if hidden != words:
        ask = Ask("hide", wording.HIDE, facts={"code": case.code, "words": words}, no=_AS_WRITTEN)
    return Decision(Answer(wording.ADDED), effects, (case.watch,), ask=ask)


async def _meant(request: Request, book: Book) -> TipCase | Decision:
    """By receipt; without one, by the code in the question that is quoted, which only its own reporter may answer."""
    if request.answers.keys() & {"withdraw", "words", "hide"} and digits(request):
        again = await book.answer(TipByReceipt(digits(request)))
        if again is None:
            raise Refusal(wording.CASE_CLOSED)
        return again
    quote = request.message.quote
    found = _CODE.search(quote.text) if quote and not said_receipt(request) else None
    code = found[0] if found else str(request.answers.get("code", ""))
    own = await book.answer(OwnTip(code, request.sender.account)) if code else None
    if own or said_receipt(request):
        return own or await held(request, book)
    if _BACK.match(request.message.text):
        return asked_for("撤回举报", back="back")
    return asked_for("补充")


command = Command(
    intent="tip_supplement",
    title="补充举报",
    words=Words(
        names=(
            "补充举报",
            "补充",
        ),
        phrases=(
            r"(我|我们|给|对|还|再)*(补充|追加|添加|补)(<一下>|举报|说明|材料|线索|证据|内容|一句话?|点|一点|一条|两句|几句|情况|信息|个)*[\s,，:：]*(我)?(的)?(回执|回执号|单号|号码|编号|号)*(是)?~{receipt}~{content:text}?",
            r"(我)?(要|想|请)?(撤回|撤销|取消)(我)?(的)?(举报|投诉|反映|线索|回执|回执号)*[\s,，:：]*~{receipt}",
            "(我)?(要|想|请|帮我)*(撤回|撤销|取消|收回)(我|之前|刚才|那个|这个|的)*(举报|投诉|反映|线索)(了|吧|<一下>)*",
            r"(那|就|算了|我)*[,，]?不(想|要)?(再)?(举报|投诉|反映|报)了(吧)?[,，。\s]*(回执|回执号|号码|单号|编号|号|是|[:：])*~{receipt}",
            r"(回执|回执号|号码|单号|编号|号|[:：])*~{receipt}[,，。\s]*(这个|这件|那个)?(我|想|要|请|帮我|就|算了)*[,，]?(撤回|撤销|取消|收回|不(想|要)?(再)?(举报|投诉|反映|报)了)(吧|了|<一下>)*",
            r"(算了|那|还是|[,，\s])*(我)?不(想|要)?(再)?(举报|投诉|反映)了(吧)?",
            r"(我)?(回执|回执号|单号|举报|编号|号码|给|对|这个|[:：])*~{receipt}(这个|那个|的|举报|单子|件|号|[,，\s])*(我)?(要|想|还要|还想|再|需要|来)*(补充|追加|补)(<一下>|举报|说明|材料|线索|一句话?|点|一点|一条|两句|几句|情况)*~{content:text}?",
            "(补充|追加)(<一下>|举报|说明|材料|线索|证据|内容)*",
            r"(补充|追加)(<一下>|举报|说明|材料|线索|证据)*[\s,，:：]+{content:text}",
        ),
        quoted="receipt",
        replies=(wording.QUESTION, "content"),
    ),
    who=ANYONE,
    where=Where.PRIVATE_ONLY,
    confidential=True,
    writes=True,
    handle=tip_supplement,
    takes_photo=True,
    examples={"补充 3847 1029 5561 0923 昨晚又充了": {"receipt": "3847102955610923", "content": "昨晚又充了"}},
)
