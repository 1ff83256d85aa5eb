"""The command 加分: a grid worker records a deed of the positive list."""

from domain.command import Command, Role, Where, Words
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.query import Book
from domain.request import Request
from handlers.points import wording
from handlers.points.awarding import Deed, allowed, entries_for, item_meant, points_meant
from handlers.points.meaning import Choice, subject_meant

ROLES: tuple[Role, ...] = ("grid_worker", "secretary", "property", "partner")


async def award(request: Request, book: Book) -> Decision:
    """Post the deed and tell both sides; whatever is unclear is asked, and nothing is written meanwhile."""
    subject = await subject_meant(request, book)
    if isinstance(subject, Choice):
        return Decision(ask=Ask("subject", wording.WHICH_SUBJECT, "choice", subject.names))
    duty = allowed(request, subject, ROLES)
    item = item_meant(request, subject)
    if isinstance(item, Choice):
        return Decision(ask=Ask("item", wording.WHICH_ITEM, "choice", item.names))
    deed = Deed(subject, item, points_meant(request, item), duty)
    effects, watch, left = await entries_for(request, book, deed)
    code = effects[0].code
    told = Say(Target("subject", str(subject.id)), wording.told(code, item.title, deed.points), urgency=Urgency.NOTICE)
    answer = Answer(wording.awarded(code, subject.name, item, deed.points, left))
    return Decision(answer, (*effects, told), (watch,))


command = Command(
    intent="award",
    title="加分",
    words=Words(
        names=("加分",),
        phrases=(
            r"加\s?分(登记|<一下>)?~{line:staff}",
            r"(?:给|帮|把|对|为){subject:brief}\s?(加|奖励?|奖)(上|了)?\s*{points:number}\s*(个)?分~{line:item}",
            r"(?:给|帮|把|对|为){subject:brief}\s?(加|奖励?|奖)(个|<一下>|点|些)?\s*分~{line:item}",
            r"(?:给|帮|把|对|为){subject:brief}[\s,，]+{item:brief}[\s,，]*(加|奖励?|奖)(上|了)?\s*{points:number}\s*(个)?分",
            r"{subject:brief}[\s,，]+{item:brief}[\s,，]*(加|奖励?|奖)(上|了)?\s*{points:number}\s*(个)?分~(备注~{note:text})?",
            r"(?:给|帮|对){subject:brief}(因为|因|由于){item:brief}[\s,，]*(加|奖励?|奖)(上|了)?\s*{points:number}\s*(个)?分",
        ),
    ),
    who=frozenset({"grid_worker", "secretary", "partner", "property"}),
    where=Where.PRIVATELY,
    writes=True,
    handle=award,
    examples={
        "加分 3栋2单元501 张三 志愿服务 5": {"subject": "3栋2单元501 张三", "item": "志愿服务", "points": 5},
        "给李四加分 参加学习": {"subject": "李四", "item": "参加学习"},
    },
)
