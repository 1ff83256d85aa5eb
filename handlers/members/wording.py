"""What the commands about oneself say."""

import re

from domain.decision import Card
from domain.members import Subject

NAME = "请问登记的姓名（或店名、单位名）是什么？"
ADDRESS = "请问住在哪里？例如：3栋2单元501。"
NO_NAME = "这个名字我认不出来。请像这样发：绑定 张三 3栋2单元501。登记的姓名、住址要改，请告诉网格员。"
NO_ADDRESS = "这个住址我认不出来。请像这样发：绑定 张三 3栋2单元501"
DECLINED = "好的，没有绑定，什么都没有记下。"
NOT_FOUND = "登记册里没有对上的姓名和住址，没有绑定。请核对后再发，或请网格员先把您登记上。"
SEVERAL = "登记册里有不止一位对得上，没有绑定。请找网格员帮您绑定。"
ALREADY = "您已经绑定过了，不用再绑。发“积分”就能查分。"
MINOR = "未满 18 岁的由监护人来办，没有绑定。请登记的监护人先绑定自己，再发孩子的姓名和住址。"
TAIL = "请发登记的手机号的后四位。换过号或者不记得，就回“不记得”。"
NO_TRIES = "今天已经试过 3 次了，没有绑定。请明天再试，或找网格员帮您。"
WAITING = "您的绑定已经在等网格员核实，不用再发，有结果我会私下告诉您。"
HANDED_ON = "已经请网格员核实，核实后我会私下告诉您，这之前请不用再发。"
REFUSED = "网格员没有核实上这次绑定，没有绑定。如果弄错了，请找网格员当面说一声。"
TOLD_BACK = "已经办好，也告诉了对方。"
NOBODY = "您这一片还没有网格员的登记，请联系社区。"
OTHER_ACCOUNT = "有另一个微信号申请绑定您的身份，已经请网格员核实。不是您的话，请马上告诉网格员。"


_INTRODUCED = re.compile("^(?:我|本人)?的?(?:姓名|名字)?(?:叫做?|是|[:：])?")
_NO_NAME = re.compile("^我|[改错搬换]|地址|什么|怎么|不")


def name_in(said: str) -> str:
    """The name in an answer to the question for it (我叫张三); empty where it is something else that was said."""
    name = _INTRODUCED.sub("", said.strip(" ，。,.、！!")).strip(" ，。,.、的")
    return "" if _NO_NAME.search(name) else name


def notice(name: str) -> str:
    """What is kept and why, before anything is."""
    return (
        f"绑定“{name}”以后，会记下您的微信号和登记身份的对应，只用来查分、记分和通知您；"
        "不记手机号，不给别人看，随时可以发“解绑”。同意吗？回复“是”或“不用”。"
    )


def bound(subject: Subject) -> str:
    """Says whom the account speaks for from now on."""
    return f"绑定好了：{subject.name}。发“积分”查分，发“帮助”看看能做什么。办理人员的身份要另外由管理员开通。"


def ward_bound(subject: Subject) -> str:
    """Says that a guardian speaks for a minor as well, when asked to."""
    return f"绑定好了：您是{subject.name}的监护人。要替孩子查、替孩子办，先发“切换 {subject.name}”。"


def missed(left: int) -> str:
    """Refuses four digits that did not fit."""
    if not left:
        return f"没有对上，今天已经试过 3 次了。{HANDED_ON}"
    return f"没有对上，没有绑定。今天还能试 {left} 次，请再发一次“绑定”；换过号就在问后四位时回“不记得”。"


def line(subject: Subject, *, second: bool) -> str:
    """A binding in the worker's lists."""
    also = "（已有另一个微信号，请先向本人问清）" if second else ""
    return f"{subject.name} {subject.address} 申请绑定微信号{also}"


def card(about: str) -> Card:
    """What the grid worker decides on."""
    return Card("【绑定核实】", (about, "请确认是本人。发“今日”按序号答复。"), ("1 属实", "1 不属实"))


def speaks_for(subject: Subject) -> str:
    """Says whom a switched account speaks for."""
    return f"已切换，现在查的、记的都是：{subject.name}。"


def not_yours(said: str, names: list[str]) -> str:
    """Refuses a subject that the account does not speak for."""
    return f"您没有绑定“{said}”。您绑定的有：{'、'.join(names)}。"


def contacts(grid: str, surnames: list[str]) -> str:
    """Who serves the household, by surname and title."""
    return f"您所在的网格：{grid}\n网格员：{'、'.join(f'{one}网格员' for one in surnames)}"
