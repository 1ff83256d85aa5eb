"""What is said where it is not clear whom a line means."""

from domain.members import Subject

ONE_EACH = "一条只登记一个人，没有登记。请一个人发一条；活动到场的，可以发“签到 编号”加所有人的名字。"
WHICH_SUBJECT = "有几位对得上，您说的是哪一位？请回复前面的数字。"


def whose(subject: Subject) -> str:
    """A subject as staff may choose it."""
    return f"{subject.name}（{subject.address or subject.grid}）"


def unknown_subject(said: str) -> str:
    """Refuses a name that the register does not hold."""
    return f"登记表里没有找到“{said}”，没有登记。请写全名，最好带上楼栋房号，例如：3栋2单元501 张三。"


def too_many(said: str) -> str:
    """Refuses a name that many bear."""
    return f"叫“{said}”的不止三位，没有登记。请带上楼栋房号再发一次。"
