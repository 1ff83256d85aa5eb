"""What the calendar says about requests, projects, disputes and bookings."""

from datetime import date, datetime

from domain.decision import Card
from domain.matters.matter import Matter
from domain.period import SHANGHAI

_TITLES = {"help": "求助", "project": "项目", "dispute": "调解", "booking": "预约"}


def title(sort: str, code: object) -> str:
    """The title of a card."""
    return f"【{_TITLES[sort]}】{code}"


def handed_over(matter: Matter) -> Card:
    """What the grid worker reads about what nobody took or answered."""
    return Card(title(matter.sort, matter.code), _waits(matter), ("属实", "不属实 原因"))


def _waits(matter: Matter) -> tuple[str, ...]:
    if matter.state == "asked":
        about = f"有邻居想请社区调解：{matter.facts['content']}"
        return about, f"对方 {matter.facts['other_at']} 三天没有回音，请您当面问一句：属实＝愿意，不属实＝不愿意。"
    if matter.state == "reported":
        return f"{matter.line}：报了办好，三天没有人确认。", "请您看看：属实＝办好了，不属实＝还没办好，重新开放。"
    return f"{matter.line}：等了几天没有人接手。", "请您想想办法：属实＝您来接手，不属实请写原因，提出的人会看到。"


def nudge(matter: Matter) -> Card:
    """What whoever took something on reads after two weeks without a word."""
    done = f"办好了请发“申报 完成项目 {matter.code}”；还要些日子，不用回；办不了，引用这条回复“办不了”，会另外找人。"
    return Card(title(matter.sort, matter.code), (f"{matter.line}：您接手两个星期了，还顺利吗？", done))


def lapsed(matter: Matter) -> str:
    """What whoever booked reads where the provider did not answer."""
    return f"{matter.code} {matter.line}：提供方三天没有答复，这次没有约成。换个时间可以再发“预约 {matter.facts['resource']} 时间”。"


def used(matter: Matter) -> Card:
    """What whoever booked is asked the day after."""
    return Card(title(matter.sort, matter.code), (f"{matter.line}：用上了吗？",), ("是", "不是"))


def agreement_ends(name: str, until: date) -> str:
    """What the secretary reads a month before an agreement ends."""
    return f"合伙人“{name}”的协议 {until.month}月{until.day}日 到期。要续签的话，请在登记表里改“协议止”再导入；到期后“合伙人”里不再列出。"


def hours(since: int, until: int) -> str:
    """A span of one day as people read it, and as it can be typed again."""
    begin, end = (datetime.fromtimestamp(at / 1000, SHANGHAI) for at in (since, until))
    return f"{begin.month}月{begin.day}日 {begin:%H:%M}到{end:%H:%M}"
