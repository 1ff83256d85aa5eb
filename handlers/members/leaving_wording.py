"""What is said to whoever leaves."""

from domain.erasing import SECOND_THOUGHTS
from domain.members import Subject
from domain.rules.rulebook import Rulebook

NOT_BOUND = "您还没有绑定，这里没有记着您的信息，没有什么要解绑、要删除的。"
WHICH = "您绑定了几个身份，要解绑哪一个？请回复前面的数字。"
KEPT = "好的，没有解绑，什么都没有改。"
_NO_LOSS = "解绑不会降低您的任何服务，社区该办的照样办。"


def leaving(subject: Subject, *, staff: bool) -> str:
    """What leaves, what stays, and the one question."""
    duty = ["办理人员的身份不会随着解绑去掉，要由管理员来改。"] if staff else []
    return "\n".join(
        [
            f"解绑“{subject.name}”：您的微信号和登记身份的对应会去掉，以后不再给您发通知。{_NO_LOSS}",
            "如果资料也删：姓名、住址、电话记号、备注、照片、承诺和申报里的话都会删掉，还在等答复的事一起收回。",
            "账上的记录只留编号、不留名字。",
            *duty,
            "资料也删吗？回复“是”（解绑并删除）或“不用”（只解绑）。不想解绑了，回“算了”或者不用回。",
        ]
    )


def leaving_organisation(subject: Subject) -> str:
    """The same for a shop or unit, whose facts are not the account's to erase."""
    return (
        f"解绑“{subject.name}”：您的微信号不再代表它，以后不再给您发它的通知。{_NO_LOSS}"
        "店铺和单位的登记要改，请找网格员。现在解绑吗？回复“是”或“不用”。"
    )


def untied(subject: Subject) -> str:
    """Says that the tie is gone and the rest stays."""
    return f"已解绑“{subject.name}”，资料没有动，以后随时可以再绑定。{_NO_LOSS}"


def erased(rules: Rulebook) -> str:
    """Says that the tie is gone, and until when the rest is."""
    days = rules.ratings.retention.erase_request_days
    return (
        f"已解绑。{SECOND_THOUGHTS.days} 天以后开始删除资料，{days} 天内删完；这 {SECOND_THOUGHTS.days} 天里"
        f"重新绑定，就不删了。{_NO_LOSS}谢谢您来过。"
    )


def other_account(subject: Subject) -> str:
    """What another account of the same person reads."""
    return (
        f"“{subject.name}”的另一个微信号申请了解绑并删除资料，这个微信号也已解绑。"
        f"不是您的意思的话，请在 {SECOND_THOUGHTS.days} 天内重新绑定，并告诉网格员。"
    )
