"""The command 加分: a grid worker records a deed of the positive list."""

from domain.awarding import Award, hand_source
from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.ledger import Hand
from domain.matters.matter import Holder, OpenMatter, Step, concerns_of
from domain.members import Duty, Subject
from domain.period import civil
from domain.query import Book
from domain.request import Request
from domain.roles import Role
from domain.rules.catalogue import Item
from handlers.awarding import give, may_award, needs_second
from handlers.cards import cards, hands
from handlers.points import wording
from handlers.points.hand_limits import check_hand
from handlers.points.items import check_verifier, item_meant, points_meant
from handlers.subjects import Choice, subject_meant
from handlers.subjects_wording import WHICH_SUBJECT

ROLES: tuple[Role, ...] = ("grid_worker", "secretary", "property", "partner")


async def award(request: Request, book: Book) -> Decision:
    """Post the deed and tell both sides; whatever is unclear is asked, and nothing is written meanwhile."""
    subject = await subject_meant(request, book)
    if isinstance(subject, Choice):
        return Decision(ask=Ask("subject", WHICH_SUBJECT, "choice", subject.names))
    duty = may_award(request.sender, subject, ROLES)
    item = item_meant(request, subject)
    if isinstance(item, Choice):
        return Decision(ask=Ask("item", wording.WHICH_ITEM, "choice", item.names))
    points = points_meant(request, item)
    check_verifier(item, duty)
    await check_hand(book, duty, civil(request.now), points)
    deed = _award(request, subject, item, points, duty)
    given = await give(book, deed, subject.name)
    if needs_second(item, points):
        return await _proposal(book, deed, subject)
    return Decision(Answer(given.answer), (*given.entries, given.told), (given.watch,))


def _award(request: Request, subject: Subject, item: Item, points: int, duty: Duty) -> Award:
    return Award(
        subject=subject.id,
        item=item,
        points=points,
        source=hand_source(request.message.channel, request.message.id),
        hand=Hand(duty.person, duty.role, subject.grid),
        on=civil(request.now),
        version=request.rules.version,
        note=str(request.slot("note") or ""),
    )


async def _proposal(book: Book, deed: Award, subject: Subject) -> Decision:
    """What one person may not post alone waits under its L number for a supervisor or the secretary."""
    code = NewCode("L")
    line = wording.proposal_line(subject.name, deed.item, deed.points)
    concerns = concerns_of(subject)
    opened = OpenMatter(
        code=code,
        sort="award",
        state="proposed",
        line=line,
        step=Step("proposed", deed.hand.person, deed.hand.role, deed.note),
        subject=subject.id,
        grid=subject.grid,
        holder=Holder("supervisor"),
        concerns=concerns,
        facts={"item": deed.item.code, "points": deed.points, "on": deed.on.isoformat(), "source": deed.source},
    )
    people = [
        *await hands(book, "supervisor", subject.grid, concerns),
        *await hands(book, "secretary", subject.grid, concerns, (deed.hand.person,)),
    ]
    told = cards(people, wording.proposal_card(code, line, deed.note))
    return Decision(Answer(wording.proposed(code, subject.name, deed.item, deed.points)), (opened, *told))


command = Command(
    intent="award",
    title="加分",
    words=Words(
        names=("加分",),
        phrases=(
            r"(登记|录入|补登|补录|录)?(<一下>)?加\s?分(登记|<一下>)?~{line:staff}",
            r"(?:给|帮|把|对|为){subject:brief}\s?(加|奖励?|奖)(上|了)?\s*{points:number}\s*(个)?分~{line:item}",
            r"(?:给|帮|把|对|为){subject:brief}\s?(加|奖励?|奖)(个|<一下>|点|些)?\s*分~{line:item}",
            r"(?:给|帮|把|对|为){subject:brief}[\s,，]+{item:brief}[\s,，]*(加|奖励?|奖)(上|了)?\s*{points:number}\s*(个)?分",
            r"{subject:brief}[\s,，]+{item:brief}[\s,，]*(加|奖励?|奖)(上|了)?\s*{points:number}\s*(个)?分~(备注~{note:text})?",
            r"(?:给|帮|对){subject:brief}(因为|因|由于){item:brief}[\s,，]*(加|奖励?|奖)(上|了)?\s*{points:number}\s*(个)?分",
        ),
        nearly=(
            r"(?:给|帮)?{subject:matter}也(?:加|记|要加)(上|一下|一样的?)?({points:number})?(个)?分?",
            r"再(?:加|记|登记)一(?:次|遍|笔|条)",
            "同上.{0,12}",
            r"(?:给|帮|把|对|为){subject:matter}\s?(加|奖励?|奖)(上|了)?\s*({points:number})?\s*(个|点)?分",
            r"加\s?分\s+{subject:brief}(\s+{points:number}分?)?",
        ),
    ),
    who=frozenset({"grid_worker", "secretary", "partner", "property"}),
    where=Where.PRIVATELY,
    writes=True,
    longest=4000,
    handle=award,
    examples={
        "加分 3栋2单元501 张三 志愿服务 5": {"subject": "3栋2单元501 张三", "item": "志愿服务", "points": 5},
        "给李四加分 参加学习": {"subject": "李四", "item": "参加学习"},
    },
)
