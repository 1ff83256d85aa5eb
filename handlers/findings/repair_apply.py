"""The command 修复: who put something right asks for the points back; somebody looks within five days."""

from datetime import timedelta

from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.findings import states
from domain.findings.repairing import SORT, earliest, next_code, repairs_left
from domain.findings.timing import milliseconds
from domain.matters.matter import Holder, Matter, MatterAt, MattersOf, OpenMatter, Step
from domain.period import civil, months_before
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from domain.rules.negative import NegativeItem
from handlers.cards import cards, hands
from handlers.findings import photographing
from handlers.findings import repair_wording as wording
from handlers.findings.record import own_seen
from handlers.findings.repair_query import last_found
from handlers.photos import photo_of
from handlers.subjects import CHOICES


async def apply_for_repair(request: Request, book: Book) -> Decision:
    """Open the repair; only for an own deduction in effect, after its days, twice a year and item."""
    if "photo" in request.answers:
        return await photographing.add(request, book, str(request.answers[photographing.ABOUT]))
    finding = await _meant(request, book)
    if isinstance(finding, Ask):
        if finding.step == "photo" and request.picture:  # the other photo came along with the words
            return await photographing.add(request, book, str(finding.facts[photographing.ABOUT]))
        return Decision(ask=finding)
    item = request.rules.negative_item(str(finding.facts["item"]))
    if item is None:
        raise Refusal(wording.NOT_NOW.format(code=finding.code))
    await _check(request, book, finding, item)
    note = str(request.slot("note") or request.answers.get("note") or "")
    if not note:
        return Decision(ask=Ask("note", wording.HOW_DONE, "text"))
    return await _opened(request, book, finding, note)


async def _meant(request: Request, book: Book) -> Matter | Ask:
    code = str(request.slot("ref") or request.answers.get("ref") or "")
    if not code:
        codes = await own_seen(request, book, frozenset({states.EFFECTIVE}))
        if not codes:
            raise Refusal(wording.NOTHING)
        if len(codes) > 1:
            return Ask("ref", wording.WHICH, "choice", codes[-CHOICES:])
        code = codes[0]
    found = await book.answer(MatterAt(code))
    if found is None or found.sort != states.SORT or found.subject not in {one.id for one in request.sender.subjects}:
        raise Refusal(wording.unknown(code))
    if ask := await photographing.another(book, found):
        return ask
    if found.state != states.EFFECTIVE:
        raise Refusal(wording.NOT_NOW.format(code=code))
    return found


async def _check(request: Request, book: Book, finding: Matter, item: NegativeItem) -> None:
    rules, today = request.rules.ratings.repair, civil(request.now)
    first = earliest(item, civil(last_found(finding, await book.answer(MattersOf(finding.subject, states.SORT)))))
    if today < first:
        raise Refusal(wording.too_early(finding.code, item, first))
    repairs = await book.answer(MattersOf(finding.subject, SORT))
    if any(one.facts["about"] == finding.code and one.closed_at is None for one in repairs):
        raise Refusal(wording.RUNNING.format(code=finding.code))
    year = months_before(today, 12).isoformat()
    if not repairs_left([one for one in repairs if str(one.facts["on"]) > year], item.code, rules):
        raise Refusal(wording.twice(finding.code, rules.max_repairs_per_year_same_item))


async def _opened(request: Request, book: Book, finding: Matter, note: str) -> Decision:
    due_at = milliseconds(request.now + timedelta(days=request.rules.ratings.repair.decision_days))
    people = await hands(book, "grid_worker", finding.grid, finding.concerns)
    holder = Holder("grid_worker") if people else Holder("secretary")
    if not people:
        people = await hands(book, "secretary", finding.grid, finding.concerns)
    photo = photo_of(request)
    opened = OpenMatter(
        code=next_code(),
        sort=SORT,
        state="filed",
        line=f"{finding.code} {finding.line}：{note}",
        step=Step("filed", role="resident", note=note),
        subject=finding.subject,
        grid=finding.grid,
        holder=holder,
        concerns=finding.concerns,
        due_at=due_at,
        facts={
            "about": finding.code,
            "item": finding.facts["item"],
            "on": civil(request.now).isoformat(),
            "photo": photo.id if photo else "",
        },
    )
    told = cards(people, wording.card(finding, note, due_at), photo.id if photo else "")
    kept = (photo,) if photo else ()
    item = request.rules.negative_item(str(finding.facts["item"]))
    ask = photographing.asked(finding, item, photo) if item else None
    return Decision(Answer(wording.filed(finding.code, due_at)), (opened, *kept, *told), (finding.watch,), ask)


command = Command(
    intent="repair_apply",
    title="修复",
    words=Words(
        names=("修复",),
        phrases=(
            "(我)?(申请)?(信用)?修复~{ref:ledger}~{note:why}?",
            "{ref:ledger}(这条|这笔)?(申请|要|请|的)*修复~{note:why}?",
            r"修复[\s:,，]+{note:why}",
        ),
        quoted="ledger",
    ),
    who=BOUND,
    where=Where.PRIVATE_ONLY,
    writes=True,
    takes_photo=True,
    handle=apply_for_repair,
    examples={"修复 L1024 已清理干净": {"ref": "L1024", "note": "已清理干净"}},
)
