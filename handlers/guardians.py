"""What somebody under age does only with a guardian's word (product.md section 6 B)."""

from domain.decision import Ask
from domain.members import Sender, Subject
from domain.refusal import Refusal
from domain.request import Request

_ALONE = (
    "未满 18 岁要监护人同意：请监护人把孩子也绑定到自己的账号，发“切换 孩子姓名”以后替孩子发；也可以请社区服务台代办。"
)
_ASKED = "{name}未满 18 岁。您是监护人，同意孩子{what}吗？回复“是”或“不是”。"
_NO = "好的，没有办。想办的时候再发一次就行。"


def guardian_asked(request: Request, subject: Subject, what: str) -> Ask | None:
    """The question to the guardian, or None where nobody needs to be asked any more; refuses a minor alone."""
    if not subject.minor or request.answers.get("guardian") is True:
        return None
    if not _adult_of_the_home(request.sender, subject):
        raise Refusal(_ALONE)
    return Ask("guardian", _ASKED.format(name=subject.name, what=what), on_no=_NO)


def _adult_of_the_home(sender: Sender, child: Subject) -> bool:
    """True where the account also speaks for a grown-up of the same household."""
    home = child.household or child.address
    grown = [one for one in sender.subjects if one.kind == "resident" and not one.minor]
    return bool(home) and any(home in {one.household, one.address} for one in grown)
