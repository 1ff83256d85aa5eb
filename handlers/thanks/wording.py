"""What is said with thanks."""

from domain.consents import Level
from domain.masking import masked_name
from domain.members import Subject

NOT_CLEAR = "没有弄清是哪一位，还没有转达。请私聊我再发一次，写全名，最好带上楼栋房号。"
WHOM = "想谢谢谁？请写全名，例如：致谢 张三 帮我搬东西。"
ONESELF = "谢谢自己就不用登记啦。想谢谢邻居，发“致谢 名字 事情”。"
ENOUGH_TODAY = "今天已经送出三份感谢了，明天再来吧。"


def told(giver: str, reason: str) -> str:
    """What the thanked reads."""
    return f"{giver} 谢谢您" + (f"：{reason}" if reason else "。")


def public(receiver: Subject, level: Level, reason: str) -> str:
    """Thanks that the whole group may read."""
    name = receiver.name if level == "full" else masked_name(receiver)
    return f"感谢 {name}" + (f"：{reason}" if reason else "。")


def passed_on(*, in_group: bool) -> str:
    """Thanks that went to the thanked alone."""
    return "谢意已经私下转达了。" if in_group else "谢意已经转达了。"
