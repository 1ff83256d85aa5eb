"""What is said about nominations and certificates."""

from collections.abc import Sequence

from domain.awards.nomination import FULL, HOUSEHOLD, MASKED, public_name
from domain.awards.season import written
from domain.matters.matter import Matter
from domain.members import Subject
from domain.rules.awards import Award, AwardProcess, Threshold

OWN = "不能提名自己、自己家或自己单位，想请邻居来提名就告诉邻居一声。"
AGAIN = "今年已经有人为这位邻居提名过“{title}”了，不用再提；结果会先告诉本人。"
NOT_HERE = "这位邻居还没有绑定，问不到本人愿不愿意，请他先私聊我绑定再提名。"
IN_GROUP = "收到您的提名，结果私下告诉您。"
OVER = "这份提名已经有结果了，什么都没有改。"
DECLINED = "好的，不参评，谁也不会知道。积分和服务都不受影响。"
WILLING = "记下了：参评“{title}”，名字{form}。初筛和评议的结果会私下告诉您；想退出，引用那张卡片回“撤回”。"
UNNAMED_NOW = "好的，公示时不写您的名字，只算在人数里。"
KEPT = "好的，公示时还是原来选的写法。"
HOW_NAMED = "评上了要公示 7 天，名字怎么写？"
NO_CERTIFICATES = "您还没有荣誉证书。年度评优 12 月提名，发“提名 奖项 楼栋房号 姓名 理由 一句话”推荐邻居。"
UNKNOWN = "没有编号 {ref} 的证书，请对照证书右下角再发一次。"


def which(titles: Sequence[str]) -> str:
    """Which awards there are, and how to write it."""
    return f"请这样写：提名 五好家庭 3栋2单元501 张三 理由 一句话。奖项有{'、'.join(titles)}。"


def not_now(process: AwardProcess) -> str:
    """Outside of the days."""
    return (
        f"提名每年{written(process.nominate_open)}到{written(process.nominate_close)}收，请到那时再发；"
        "平时想谢谢邻居，发“致谢 名字 事情”。"
    )


def write_the_flat(title: str, said: str) -> str:
    """The words fit nobody or several families; who lives there is not told."""
    return f"“{said}”对不上唯一的一家，请写到房号和姓名，例如：提名 {title} 3栋2单元501 张三 理由 一句话。"


def not_for(award: Award) -> str:
    """Another kind of subject."""
    kinds = {"resident": "成年居民", "merchant": "商铺", "public_unit": "公共单位", HOUSEHOLD: "家庭，请写一位成年人"}
    return f"“{award.title}”评的是{kinds[award.subject]}，请换一个提名。"


def missing(award: Award, thresholds: Sequence[Threshold]) -> str:
    """Which of the public conditions are not met."""
    words = "；".join(one.words for one in thresholds)
    return f"“{award.title}”要求{words}，现在还没有达到，这次没有登记；也可以提名别的奖项。"


def taken(award: Award) -> str:
    """It was taken, and what comes next."""
    return f"提名“{award.title}”记下了，先私下问本人愿不愿意；本人同意以前不公开，其他条件到时统一初筛。"


def form(shown: str, *, named: bool) -> str:
    """How the nominee will be named."""
    return f"写成“{shown}”" if named else "不公开"


def row(certificate: Matter) -> str:
    """One certificate of the sender's."""
    return f"{certificate.code} {certificate.facts['year']} 年度 {certificate.facts['title']}"


def listed(rows: Sequence[str]) -> str:
    """All certificates of the sender."""
    lines = "\n".join(rows)
    return f"您的荣誉证书：\n{lines}\n发“我的证书 编号”再取一份；别人拿编号来问，只核对真假。"


def own(certificate: Matter) -> str:
    """One of the sender's, with the paper."""
    return f"{row(certificate)}，证书有效，附上一份。"


def verified(certificate: Matter, subject: Subject | None) -> str:
    """What anybody may know of a certificate: that it is genuine, and the name as agreed."""
    named, kind = str(certificate.facts["named"]), str(certificate.facts["kind"])
    name = public_name(subject, kind, named) if subject and named in {FULL, MASKED} else ""
    whose = f"获奖者 {name}" if name else "获奖者没有同意公开名字"
    return f"{row(certificate)}，证书有效，{certificate.facts['day']}颁发，{whose}。"
