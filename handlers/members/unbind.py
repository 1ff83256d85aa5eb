"""The command 解绑: an account stops speaking for a subject, whose facts are erased as well where that is wished."""

from domain.command import Command, Where, Words
from domain.consents import SetConsent
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency, Watch
from domain.enrolment import AccountsOf
from domain.erasing import AskErasure
from domain.members import Subject, Switch, Unbind, watch_key
from domain.query import Book
from domain.request import Request
from domain.roles import BOUND
from handlers.members import leaving_wording as wording


async def unbind(request: Request, book: Book) -> Decision:
    """Say what leaves and that no service is lowered, ask about the facts, then untie."""
    subjects = request.sender.subjects
    subject = _meant(request)
    if subject is None:
        return Decision(ask=Ask("subject", wording.WHICH, "choice", tuple(one.name for one in subjects)))
    staff = bool(request.sender.duties)
    if subject.kind == "resident" and "erase" not in request.answers:
        return Decision(ask=Ask("erase", wording.leaving(subject, staff=staff), on_wave=wording.KEPT))
    if subject.kind != "resident" and "untie" not in request.answers:
        return Decision(ask=Ask("untie", wording.leaving_organisation(subject), on_no=wording.KEPT))
    if request.answers.get("erase") is True:
        return await _erased(request, book, subject)
    return Decision(Answer(wording.untied(subject)), _untied(request, subject), (_watch(request),))


def _meant(request: Request) -> Subject | None:
    """The only subject of the account, or the one that was chosen."""
    subjects = request.sender.subjects
    chosen = request.answers.get("subject")
    found = [one for one in subjects if one.name == chosen] if chosen else list(subjects)
    return found[0] if len(found) == 1 else None


def _untied(request: Request, subject: Subject) -> tuple[object, ...]:
    account = request.sender.account
    left = [one.id for one in request.sender.subjects if one.id != subject.id]
    onward = (Switch(account, left[0]),) if left and request.sender.active == subject.id else ()
    return (Unbind(account, subject.id), *onward)


async def _erased(request: Request, book: Book, subject: Subject) -> Decision:
    """Every account is untied and what was agreed to ends at once; the facts go at night."""
    others = [ref for ref in await book.answer(AccountsOf(subject.id)) if ref != request.sender.account]
    told = [
        Say(Target("account", ref.id, ref.channel), wording.other_account(subject), urgency=Urgency.NOTICE)
        for ref in others
    ]
    effects: list[object] = [
        *_untied(request, subject),
        *(Unbind(ref, subject.id) for ref in others),
        *(AskErasure(subject.id, ref) for ref in (request.sender.account, *others)),
        SetConsent(subject.id, "publicity", ""),
        SetConsent(subject.id, "tips", ""),
        SetConsent(subject.id, "photos", ""),
        *told,
    ]
    return Decision(Answer(wording.erased(request.rules)), tuple(effects), (_watch(request),))


def _watch(request: Request) -> Watch:
    return Watch(watch_key(request.sender.account), request.sender.version)


command = Command(
    intent="unbind",
    title="解绑",
    words=Words(
        names=(
            "解绑",
            "注销",
            "删除我的信息",
        ),
        hints=("(绑定|账号|账户|信息|资料|数据|身份)&(解了|解除|解掉|解开|删|注销|清除|取消)&!(存了|改)",),
        phrases=(
            "(申请|办理)?(解绑|解除绑定|取消绑定|注销|销户)(<一下>|我<的>|账号|账户|微信|绑定|掉|身份|信息|了|帮我|克)*",
            "(我<的>?)?(账号|账户|信息|身份|绑定)(给我|帮我|要|想)*(注销|解绑|解除|删除|删掉|删了|清除|清掉)(掉|了|克)?",
            "…(注销|解绑)(掉|了|克|<一下>|账号|我<的>|账户)*",
            "(把|将)?(我|我家|我们|俺)<的>?(所有|全部|个人|登记<的>?)*(信息|资料|数据|账号|账户|记录|绑定)(全部|都|给我|帮我|给)*(删|删除|清空|清除|注销|解绑|解|抹)(掉|了|除|干净|克|绑)*",
            "(删除|删掉|清除|清空|清掉|抹掉|删)(我|我家|俺|掉|我们)+<的>?(所有|全部|个人)*<的>?(信息|资料|数据|账号|记录)",
            "…(删除|删掉)<我><的>?(信息|资料|数据)…",
        ),
    ),
    who=BOUND,
    strangers=wording.NOT_BOUND,
    where=Where.PRIVATE_ONLY,
    writes=True,
    asks_anyway=True,
    handle=unbind,
    examples={"解绑": {}, "删除我的信息": {}, "我要注销账号": {}},
)
