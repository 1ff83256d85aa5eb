"""The command 核实: a reply decides a matter, by quote, by code, by row of 今日, or where only one is open."""

import re

from domain.code import shifted
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision, Watch
from domain.matters.matter import AgendaOf, Matter, MatterAt
from domain.matters.ruling import Verdict
from domain.matters.wording import titled
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.agenda import asked_of, listed, waiting
from handlers.staff import wording

_ROW = re.compile(r"^([0-9]{1,3})\. (.*)$", re.MULTILINE)


async def verdict(request: Request, book: Book) -> Decision:
    """Decide what was meant; whoever it is not for changes nothing and learns nothing."""
    codes = await _codes(request, book)
    if not codes:
        open_ones = await waiting(request, book)
        if len(open_ones) != 1:
            return listed(request, wording.WHICH, open_ones) if open_ones else Decision(Answer(wording.NOTHING_OPEN))
        codes = (open_ones[0].code,)
    matters = [await _matter(request, book, code) for code in codes]
    _check_quoted(request, matters)
    if len(matters) == 1:
        return await _decided(request, book, matters[0])
    return await _together(request, book, matters)


async def _codes(request: Request, book: Book) -> tuple[str, ...]:
    rows = request.slot("rows")
    if not rows:
        return (str(request.slot("ref")),) if request.slot("ref") else ()
    shown = await book.answer(AgendaOf(request.sender.account))
    for row in rows:
        if not 1 <= row <= len(shown):
            raise Refusal(wording.UNKNOWN_ROW.format(row=row))
    return tuple(dict.fromkeys(shown[row - 1] for row in rows))


async def _matter(request: Request, book: Book, code: str) -> Matter:
    elsewhere = next((one for one in request.rulings.values() if one.letter == code[:1] and one.find), None)
    if elsewhere and elsewhere.find:
        found = await elsewhere.find(request, book, code)
    else:
        found = await book.answer(MatterAt(code))
        found = found if found and found.closed_at is None and asked_of(request.sender, found) else None
    if found is None or found.sort not in request.rulings:
        raise Refusal(await _gone(request, book, code))
    return found


def _check_quoted(request: Request, matters: list[Matter]) -> None:
    """Rows are those of the newest list: who quotes an older one must mean the same matters."""
    quote = request.message.quote
    if quote is None or not request.slot("rows"):
        return
    shown = {int(number): line for number, line in _ROW.findall(quote.text)}
    for row, matter in zip(dict.fromkeys(request.slot("rows")), matters, strict=False):
        if row in shown and not shown[row].startswith(titled(matter)):
            raise Refusal(wording.OLD_LIST.format(row=row))


async def _gone(request: Request, book: Book, code: str) -> str:
    """What is not the sender's to decide; who answered a row that was shown to him is told that it is over."""
    if not request.slot("rows"):
        return wording.not_yours(code)
    shown = await book.answer(AgendaOf(request.sender.account))
    return wording.ROW_GONE.format(row=shown.index(code) + 1)


async def _decided(request: Request, book: Book, matter: Matter) -> Decision:
    said = Verdict(request.slot("verdict"), str(request.slot("note") or ""))
    return await request.rulings[matter.sort].decide(request, book, matter, said)


async def _together(request: Request, book: Book, matters: list[Matter]) -> Decision:
    """Several rows at once; two of one subject are not, since the first may change what the second rests on."""
    texts: list[str] = []
    effects: list[object] = []
    watches: list[Watch] = []
    subjects: set[int] = set()
    for slot, matter in enumerate(matters):
        if matter.subject in subjects and matter.subject:
            texts.append(wording.ONE_AT_A_TIME.format(code=matter.code))
            continue
        subjects.add(matter.subject)
        try:
            one = shifted(await _decided(request, book, matter), slot)
        except Refusal as refusal:
            texts.append(f"{matter.code} {refusal}")
            continue
        texts += [one.answer.text] if one.answer else []
        texts += [one.ask.words] if one.ask else []
        effects += one.effects
        watches += one.watches
    return Decision(Answer("\n".join(texts)), tuple(effects), tuple(watches))


command = Command(
    intent="verdict",
    title="核实",
    words=Words(
        names=(
            "核实",
            "属实",
            "不属实",
        ),
        phrases=(
            r"(核实|回复|反馈|核查|查实|案件|经查)?(结果|了|情况)*[:：]?~{ref:card}(核实|这个|这件|的|情况|结果|经查|经核实|经核查|经调查|现场|是|案子|核查|我|去|看|看过了|查过了|已核实|回复|那个|件|条|举报|[,，:：\s])*{verdict}{note:remark}?",
            r"(核实|核查|回复)?~{rows}~(号|条|项|都|全部|全|均|是|[,，:：\s])*{verdict}{note:remark}?",
            r"{verdict}[\s,，]*{ref:card}{note:remark}?",
            r"(经查实?|经核查|查明|经|已|经过|我|现场|情况|反映|举报|确实|完全|基本|暂时|暂|去|看过|看了|查过|查了|核实|核查|调查|实地|到现场|目前|现在|结果|了|过|的|是|都|都是|这个|该|该件|此事|此件|事情|确认|属于|,|，|:|：|\s)*{verdict}{note:remark}?",
        ),
        quoted="card",
    ),
    who=frozenset({"grid_worker", "property", "supervisor", "secretary", "partner"}),
    where=Where.STAFF,
    writes=True,
    asks_anyway=True,
    handle=verdict,
    examples={
        "属实": {"verdict": "confirmed"},
        "核实 T7K3P 属实 已劝导": {"ref": "T7K3P", "verdict": "confirmed", "note": "已劝导"},
        "不属实 没有看到": {"verdict": "rejected", "note": "没有看到"},
        "1 3 5 属实": {"rows": [1, 3, 5], "verdict": "confirmed"},
        "D12 不属实": {"ref": "D12", "verdict": "rejected"},
        "S3 不成立": {"ref": "S3", "verdict": "rejected"},
    },
)
