"""The command 扣分: a finding of the negative list, reminded of first, announced, and never posted by itself."""

from datetime import datetime, time

from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.findings import states
from domain.findings.counting import (
    DEDUCTIONS_A_DAY,
    LOOK_BACK_MONTHS,
    Record,
    caps_leave,
    list_points,
    reminds,
    said_before,
)
from domain.findings.timing import milliseconds
from domain.matters.matter import Holder, MattersOf, MattersSince, OpenMatter, Step, concerns_of
from domain.members import Duty, Subject
from domain.period import SHANGHAI, civil, months_before
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import Role
from domain.rules.negative import NegativeItem
from domain.standing import EntriesOf, StandingOf
from handlers.awarding import may_award
from handlers.cards import cards, hands
from handlers.findings import wording
from handlers.findings.echoing import check_note
from handlers.findings.onward import About, Next, onward, remind, snapshot
from handlers.findings.photographing import add_found
from handlers.findings.photographing import found as photographed
from handlers.patrolling import patrol_of
from handlers.photos import photo_of
from handlers.subjects import CHOICES, Choice, subject_meant
from handlers.subjects_wording import WHICH_SUBJECT

ROLES: tuple[Role, ...] = ("grid_worker", "secretary", "property")


async def deduct(request: Request, book: Book) -> Decision:
    """Record the finding; whatever is unclear is asked, and nothing is written meanwhile."""
    if "photo" in request.answers:
        return await add_found(request, book, _hand(request))
    subject = await subject_meant(request, book)
    if isinstance(subject, Choice):
        return Decision(ask=Ask("subject", WHICH_SUBJECT, "choice", subject.names))
    duty = may_award(request.sender, subject, ROLES)
    if subject.minor:
        raise Refusal(wording.MINOR)
    item = _item(request, subject)
    if isinstance(item, Choice):
        return Decision(ask=Ask("item", wording.WHICH_ITEM, "choice", item.names))
    await _check_day(request, book, duty)
    await check_note(request, book, str(request.slot("note") or ""), item)
    record = await record_of(book, subject.id, request.now)
    _check_timer(request, item, record)
    if ask := _unclear(request, item, record):
        return Decision(ask=ask)
    about = _about(request, subject, item, duty, record)
    going = await _first(request, book, about, duty, record)
    standing = await book.answer(StandingOf(subject.id))
    effects, receipt = _opened(request, about, duty, going), _recalled(request, going.answer)
    ask = None if going.closed or request.picture else photographed(item, receipt)
    return Decision(None if ask else Answer(receipt), effects, (standing.watch,), ask)


def _hand(request: Request) -> Duty:
    """The duty in which the sender registers findings."""
    return next(one for role in ROLES for one in request.sender.duties if one.role == role)


def _item(request: Request, subject: Subject) -> NegativeItem | Choice:
    if request.reading.oddities:  # before a choice is offered: an odd number is never passed over
        raise Refusal(wording.whole_points(request.reading.oddities[0]))
    said = str(request.answers.get("item") or request.slot("item"))
    found = request.rules.find_negative(subject.kind, said)
    if found.exact:
        return found.exact
    if any(word in said for word in request.rules.negative.policy.forbidden_words):
        raise Refusal(wording.forbidden_item(said))
    if not found.near:
        raise Refusal(wording.unknown_item(said))
    return Choice(wording.names(found.near[:CHOICES]))


async def _check_day(request: Request, book: Book, duty: Duty) -> None:
    today = datetime.combine(civil(request.now), time(), SHANGHAI)
    found = await book.answer(MattersSince(states.SORT, milliseconds(today)))
    if sum(1 for one in found if one.facts["person"] == duty.person) >= DEDUCTIONS_A_DAY:
        raise Refusal(wording.DAY_FULL)


def _check_timer(request: Request, item: NegativeItem, record: Record) -> None:
    """What has time to be put right is no second time before that is over."""
    now = milliseconds(request.now)
    for one in record.findings:
        if one.facts["item"] != item.code or one.state not in states.UNDECIDED:
            continue
        if one.state == states.CHECKING:
            raise Refusal(wording.asked_whether(one.code, one.line))
        if one.due_at is not None and one.due_at > now:
            raise Refusal(wording.running(one.code, one.line, one.due_at))


async def record_of(book: Book, subject: int, now: datetime) -> Record:
    """The findings and entries of the last twelve months."""
    since = months_before(civil(now), LOOK_BACK_MONTHS)
    at = milliseconds(datetime.combine(since, time(), SHANGHAI))
    findings = await book.answer(MattersOf(subject, states.SORT, at))
    return Record(findings, await book.answer(EntriesOf(subject, since.isoformat())))


def _unclear(request: Request, item: NegativeItem, record: Record) -> Ask | None:
    """What has to be asked first: a number that is not the list's, and whether time is over."""
    times, policy = record.times(item.code), request.rules.negative.policy
    points = list_points(item, times, policy)
    if request.slot("points") not in {None, points} and "points" not in request.answers:
        return Ask("points", wording.list_says(points, item), on_no=wording.DROPPED)
    told = reminds(item, times, policy) and said_before(str(request.slot("note") or ""))
    if told and item.grace_hours and "still" not in request.answers and not _proposes(request):
        return Ask("still", wording.still_there(item), on_wave=wording.DROPPED)
    return None


def _proposes(request: Request) -> bool:
    return not request.sender.roles & {"grid_worker", "secretary"}


def _about(request: Request, subject: Subject, item: NegativeItem, duty: Duty, record: Record) -> About:
    policy = request.rules.negative.policy
    full = list_points(item, record.times(item.code), policy)
    left = caps_leave(item, subject.kind, civil(request.now), record, policy)
    return About(
        code=NewCode("L"),
        subject=subject.id,
        grid=subject.grid,
        concerns=concerns_of(subject),
        line=wording.line(subject.name, item.title),
        item=item,
        points=min(full, left),
        kind=subject.kind,
        on=civil(request.now).isoformat(),
        note=str(request.slot("note") or ""),
        hands=frozenset({duty.person}),
    )


async def _first(request: Request, book: Book, about: About, duty: Duty, record: Record) -> Next:
    if duty.role == "property":
        people = await hands(book, "grid_worker", about.grid, about.concerns)
        told = cards(people, wording.proposal_card(about.code, about.line, about.note))
        answer = wording.proposed(about.code, about.line)
        return Next(states.PROPOSED, answer, told, Holder("grid_worker"))
    if request.answers.get("still") is False:
        return Next(states.CORRECTED, wording.corrected(about.code, about.line), closed=True)
    first = reminds(about.item, record.times(about.item.code), request.rules.negative.policy)
    if about.item.grace_hours and await patrol_of(book, duty.person):
        return remind(request, about)
    if first and not said_before(about.note):
        return remind(request, about)
    return await onward(request, book, about)


def _opened(request: Request, about: About, duty: Duty, going: Next) -> tuple[object, ...]:
    picture = photo_of(request)
    facts = {
        "item": about.item.code,
        "title": about.item.title,
        "version": request.rules.version,
        "snapshot": snapshot(about.item),
        "points": about.points,
        "on": about.on,
        "kind": about.kind,
        "person": duty.person,
        "role": duty.role,
        "note": about.note,
        "photo": picture.id if picture else "",
    }
    opened = OpenMatter(
        code=NewCode("L"),
        sort=states.SORT,
        state=going.state,
        line=about.line,
        step=Step("registered", duty.person, duty.role, about.note),
        subject=about.subject,
        grid=about.grid,
        holder=going.holder,
        concerns=about.concerns,
        due_at=going.due_at,
        facts=facts | dict(going.facts),
        closed=going.closed,
    )
    return (opened, *((picture,) if picture else ()), *going.says)


def _recalled(request: Request, words: str) -> str:
    return f"{words}\n{wording.RECALL}" if request.message.scene == "group" else words


command = Command(
    intent="deduct",
    title="扣分",
    words=Words(
        names=("扣分",),
        phrases=(
            r"(登记|录入|补登|补录|录)?(<一下>)?扣\s?分(登记|<一下>)?~{line:staff}",
            r"(?:给|帮|把|对|为){subject:brief}\s?(扣掉|扣除|扣|减掉|减|罚)(上|了)?\s*{points:number}\s*(个)?分~{line:item}",
            r"(?:给|帮|把|对|为){subject:brief}\s?(扣掉|扣除|扣|减掉|减|罚)(个|<一下>|点|些)?\s*分~{line:item}",
            r"(?:给|帮|把|对|为){subject:brief}[\s,，]+{item:brief}[\s,，]*(扣掉|扣除|扣|减掉|减|罚)(上|了)?\s*{points:number}\s*(个)?分",
            r"{subject:brief}[\s,，]+{item:brief}[\s,，]*(扣掉|扣除|扣|减掉|减|罚)(上|了)?\s*{points:number}\s*(个)?分~(备注~{note:text})?",
            r"(?:给|帮|对){subject:brief}(因为|因|由于){item:brief}[\s,，]*(扣掉|扣除|扣|减掉|减|罚)(上|了)?\s*{points:number}\s*(个)?分",
        ),
        nearly=(
            r"(?:给|帮|把|对|为){subject:brief}\s?(扣掉|扣除|扣|减掉|减|罚)(上|了)?\s*({points:number})?\s*(个|点)?分",
            r"扣\s?分\s+{subject:brief}(\s+{points:number}分?)?",
        ),
    ),
    who=frozenset({"grid_worker", "secretary", "property"}),
    where=Where.PRIVATELY,
    writes=True,
    takes_photo=True,
    handle=deduct,
    examples={
        "扣分 老王烧烤 占道经营 3 备注 已口头提醒": {
            "subject": "老王烧烤",
            "item": "占道经营",
            "points": 3,
            "note": "已口头提醒",
        },
        "给赵六扣2分 乱停车": {"subject": "赵六", "item": "乱停车", "points": 2},
    },
)
