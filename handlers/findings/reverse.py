"""The command 冲正: what was recorded wrongly is taken back exactly and once."""

from datetime import datetime

from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.findings import states
from domain.findings.appeals import REVERSAL
from domain.findings.photos import SORT as PHOTOS
from domain.findings.undoing import reversible
from domain.matters.matter import Holder, OpenMatter, OpenMatters, Step
from domain.matters.standing_by import concerned
from domain.members import Duty
from domain.period import SHANGHAI, civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import Role
from handlers.cards import cards, hands
from handlers.findings import appeal_wording as wording
from handlers.findings.record import Recorded, must_be

ROLES: tuple[Role, ...] = ("grid_worker", "secretary")


async def reverse(request: Request, book: Book) -> Decision:
    """Take back an own record of today alone; another's or a settled one waits for a second person."""
    code = str(request.slot("ref") or "")
    if not code:
        raise Refusal(wording.NO_CODE.format(word="冲正"))
    about = await must_be(book, code)
    duty = request.sender.duty(about.subject.grid, *ROLES)
    if duty is None or concerned(request.sender, duty, about.concerns):
        raise Refusal(wording.NOT_YOURS.format(code=code))
    await _check(book, about)
    reason = str(request.slot("reason") or request.answers.get("reason") or "")
    if not reason:
        return Decision(ask=Ask("reason", wording.WHY_UNDONE, "text"))
    if not _alone(request, about, duty):
        return await _proposed(request, book, (about, duty), reason)
    effects = taken_back(request, about, duty, reason)
    return Decision(Answer(wording.reversed_by(code)), effects, await about.watches(book))


def taken_back(request: Request, about: Recorded, duty: Duty, reason: str) -> tuple[object, ...]:
    """Everything under the number taken back, and the subject told where it knew."""
    undone = about.undone(request, duty, reason)
    return (*undone.effects, *about.withdrawal(request.at, posted=undone.posted))


async def _check(book: Book, about: Recorded) -> None:
    pending = about.finding is not None and about.finding.closed_at is None
    if not pending and not reversible(about.entries):
        raise Refusal(wording.REVERSED.format(code=about.code))
    waiting = await book.answer(OpenMatters(subject=about.subject.id))
    # Photos that are looked through decide nothing about the record.
    if any(one.facts.get("about") == about.code and one.sort != PHOTOS for one in waiting):
        raise Refusal(wording.RUNNING.format(code=about.code))


def _alone(request: Request, about: Recorded, duty: Duty) -> bool:
    """True for what the sender recorded alone today and no settlement posted."""
    if about.finding is not None and about.finding.state in states.POSTED:
        return False
    if about.finding is not None:
        made = civil(datetime.fromtimestamp(about.finding.opened_at / 1000, SHANGHAI))
    else:
        made = civil(datetime.fromtimestamp(about.entries[0].posted_at / 1000, SHANGHAI))
    return about.people == {duty.person} and made == civil(request.now)


async def _proposed(request: Request, book: Book, what: tuple[Recorded, Duty], reason: str) -> Decision:
    about, duty = what
    line = wording.appeal_line(about.code, about.line(request.rules))
    opened = OpenMatter(
        code=NewCode("K"),
        sort=REVERSAL,
        state="proposed",
        line=line,
        step=Step("proposed", duty.person, duty.role, reason),
        subject=about.subject.id,
        grid=about.subject.grid,
        holder=Holder("supervisor"),
        concerns=about.concerns,
        facts={"about": about.code},
    )
    people = [
        *await hands(book, "supervisor", about.subject.grid, about.concerns, (duty.person,)),
        *await hands(book, "secretary", about.subject.grid, about.concerns, (duty.person,)),
    ]
    told = cards(people, wording.reversal_card(about.code, line, reason))
    return Decision(Answer(wording.reversal_waits(about.code)), (opened, *told), await about.watches(book))


command = Command(
    intent="reverse",
    title="冲正",
    words=Words(
        names=("冲正",),
        phrases=(
            "(我)?(冲正|撤销登记|冲销)(<一下>|掉|了|这笔|那笔|记录|编号|单号|是|为|的|[,，:：\\s])*~({ref:ledger}~{reason:why}?)?",
            "(把|对|将){ref:ledger}(这笔|这条|那笔|那条|给)*(冲正|冲销)(掉|了|<一下>)*~{reason:why}?",
            "{ref:ledger}(这笔|这条|那笔)?(要|需要|给我|请|申请|得)*(冲正|冲销)(掉|了|<一下>)*~{reason:why}?",
            "(撤销|撤回|取消)(<一下>|掉|登记|记录|这笔|那笔|<的>|加分|扣分)*~{ref:ledger}~{reason:why}?",
            "(冲正|冲销)~{reason:why}",
        ),
        quoted="ledger",
    ),
    who=frozenset({"grid_worker", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    handle=reverse,
    examples={"冲正 L1024 登记错人了": {"ref": "L1024", "reason": "登记错人了"}, "把L1024冲正掉": {"ref": "L1024"}},
)
