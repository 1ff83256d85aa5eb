"""What is said about requests for help, projects and disputes."""

from domain.decision import Card
from domain.matters.matter import Matter
from domain.members import Subject
from domain.partners import Partner
from domain.services.service import DISPUTE, HELP
from domain.services.wording import title

ABOUT_WHAT = "您想请人帮什么忙？写一句就好，例如“法律咨询”“家电维修”“老人理发”。"
WHAT_HAPPENED = "想请社区调解什么事？写一句就好，例如“楼上漏水一直不修”。"
WITH_WHOM = "对方是谁？请写楼栋房号或者店名，例如“3栋2单元501”。我会先悄悄问对方愿不愿意。"
UNKNOWN_OTHER = "登记表里没有对上这一户（店），还没有记下。请带上完整的楼栋房号再发一次“调解”，或者直接找网格员。"
ME, MY_HOME, MY_HOME_TWICE = "我", "我家", "我家我家"
OWN_SIDE = "这是您自己家，调解要写对方的楼栋房号，什么都没有记。"
DISPUTE_LINE = "邻里纠纷，先问对方愿不愿意"
BOTH_WILLING = "邻里纠纷，双方愿意谈"
WORKER = "网格员"
CAPTAIN = "志愿队队长"
VOLUNTEER = "一位志愿者"
CONCERNED = "这一件和您家或您单位有关，要回避，请让别人来接。"
NOT_FOR_YOU = "没有找到您可以办的 {code}，什么都没有改。"
NOT_CLAIMED = "{code} 现在不在您手上，什么都没有改。"
TAKEN = "{code} 已经有人接手或者办结了，谢谢您。"
YOURS_ALREADY = "{code} 已经是您在办了，引用卡片写字就能回话。"
WHICH = "您想认领哪一件？请带上编号，例如“认领 P8”。"
WHY = "办不了的原因是什么？请写一句，对方会看到。"
OWN_WORK = "这是您自己办的，要别人来确认，什么都没有改。"
WILLING = "好的，会有调解员或网格员接手，谈的时候由我传话。"
UNWILLING = "好的，这次不调解，不会再打扰您。"
_KINDS = {"talent": "能人", "self_governing": "自治组织"}


def kind_of(partner: Partner) -> str:
    """What the other side reads of who helps: a unit's name, never a person's."""
    return f"一位{_KINDS['talent']}" if partner.kind == "talent" else f"合伙人“{partner.name}”"


def asked(code: object, about: str, count: int) -> str:
    """What whoever asks for help reads."""
    return f"{code} “{about}”记下了，悄悄转给了 {count} 位有这个专长的人，没有给他们您的名字和电话。有人认领就告诉您；不需要了，引用这条回复“撤回”。"


def with_worker(code: object, about: str) -> str:
    """What whoever asks reads where nobody has the skill."""
    return f"{code} “{about}”记下了，暂时没有登记这个专长的人，已经转给网格员想办法，有消息就告诉您。"


def card(sort: str, code: object, about: str) -> Card:
    """What somebody reads who may take it on."""
    lines = (about, "认领后由我在中间传话，双方都不用留电话。")
    return Card(title(sort, code), lines, (f"认领 {code}",))


def worker_card(code: object, about: str) -> Card:
    """What the grid worker reads where nobody has the skill."""
    lines = (about, "没有登记这个专长的人。属实＝您来接手，不属实请写原因。")
    return Card(title(HELP, code), lines, ("属实", "不属实 原因"))


def claimed(matter: Matter, kind: str) -> Card:
    """What the parties read once somebody took it on."""
    return Card(title(matter.sort, matter.code), (f"{kind}接手了。", "有话引用这条消息直接写，我替您传过去。"))


def yours(matter: Matter) -> str:
    """What the claimant reads."""
    hint = "要和对方说话，引用这件事的卡片直接写，我替您传过去；" if matter.facts.get("asker") else ""
    content = f"事情：{matter.facts['content']}。" if matter.sort == DISPUTE else ""
    return f"{matter.code} {matter.line}，由您接手了。{content}{hint}办好了发“申报 完成项目 {matter.code}”，可以再发一张照片；办不了，引用卡片回复“办不了”，会另外找人。"


def reported(code: str) -> str:
    """What whoever did it reads."""
    return f"{code} 记下了，等对方确认办好。"


def is_it_done(matter: Matter) -> Card:
    """办好了吗, to whoever asked or to the grid worker."""
    by_worker = not matter.facts.get("asker")
    question = "谈好了吗？" if matter.sort == DISPUTE else "办好了吗？"
    actions = ("属实", "不属实 原因") if by_worker else ("是", "不是")
    return Card(title(matter.sort, matter.code), (f"{matter.line}：{question}",), actions)


def photo(matter: Matter) -> Card:
    """The photo that came later."""
    return Card(f"{title(matter.sort, matter.code)} 照片", (matter.line,))


def photo_sent(code: str) -> str:
    """What whoever sent it reads."""
    return f"照片收到了，已经附在 {code} 上。"


def closed(code: str) -> str:
    """What whoever closed it reads."""
    return f"{code} 办结了，谢谢您。"


def confirmed(code: str, *, points: bool) -> str:
    """What whoever did it reads after a yes."""
    return f"{code} 对方确认办好了，谢谢您。" + ("积分已经提交管理小组，确认后记上。" if points else "")


def solved(matter: Matter) -> str:
    """What the group reads of a public issue."""
    return f"{matter.code} {matter.line}：办好了，谢谢出力的单位和邻居。"


def not_done(code: str, reason: str) -> str:
    """What whoever had it reads."""
    return f"{code} 还没有办好，重新开放给大家。{reason}".rstrip()


def given_back(code: str) -> str:
    """What whoever asked reads."""
    return f"{code} 接手的人这次办不了，已经重新找人，有人认领就告诉您。"


def open_again(code: str) -> str:
    """What whoever said no reads."""
    return f"{code} 重新开放，会再找人来办。"


def dispute_taken(code: object) -> str:
    """What whoever asks for mediation reads."""
    return f"{code} 记下了。先悄悄问对方愿不愿意谈，三天内有回音就告诉您；对方看不到您的名字。不需要了，引用这条回复“撤回”。"


def willing(code: object, content: str) -> Card:
    """What the other side is asked."""
    lines = (f"有邻居想请社区帮忙调解：{content}", "愿意让调解员在中间谈一谈吗？愿不愿意都不影响积分。")
    return Card(title(DISPUTE, code), lines, ("是", "不是"))


def ask_in_person(code: object, content: str, other: Subject) -> Card:
    """What the grid worker reads where the other side has no chat with the bot."""
    lines = (f"有邻居想请社区调解：{content}", f"对方 {other.address or other.name} 没有绑定，请您当面问一句愿不愿意。")
    return Card(title(DISPUTE, code), lines, ("属实（愿意）", "不属实（不愿意）"))


def other_willing(code: str) -> str:
    """What whoever asked for mediation reads after a yes."""
    return f"{code} 对方愿意谈，正在找调解员，有人接手就告诉您。"


def other_unwilling(code: str) -> str:
    """What whoever asked for mediation reads after a no."""
    return f"{code} 对方这次不愿意调解，这件事就先放下了。还要处理的话，可以找网格员，或者拨打 12348 问问法律途径。"


def cannot(code: str, reason: str) -> str:
    """What whoever asked reads where nothing could be done."""
    return f"{code} 这次没能找到人来办：{reason}。换个说法可以再发“求助 …”，也可以直接找网格员。"
