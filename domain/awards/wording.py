"""What groups, nominees and reviewers read of the awards: names only as agreed, never in an order of merit."""

from collections.abc import Sequence
from datetime import datetime

from domain.awards.season import written
from domain.decision import Card
from domain.period import SHANGHAI
from domain.rules.awards import Award, AwardProcess, Threshold

ASK_AGAIN = "引用这一条回“撤回”就退出，不影响积分和任何服务。"
HOUSEHOLD_ALL = "家里成年人都同意，再回“是”；"
ISSUER = "社区评议会"
PRINTED = "证书 {number} 的 PDF，可以打印。"


def asked(code: object, award: Award, reason: str) -> Card:
    """Asks the nominee, before anything is public."""
    why = (f"理由：{reason}",) if reason else ()
    family = HOUSEHOLD_ALL if award.subject == "household" else ""
    return Card(
        f"【提名】{code} {award.title}",
        (*why, f"有邻居提名您参评。{family}愿意就回“是”，再选名字怎么写；不参评回“不用”。您答复以前谁也看不到。"),
        ("是", "不用"),
    )


def opening(year: int, process: AwardProcess, awards: Sequence[Award]) -> str:
    """To every group on the first day."""
    titles = "、".join(one.title for one in awards)
    return (
        f"【年度评优】{year} 年的{titles}开始提名，到{written(process.nominate_close)}为止。发“提名 {awards[0].title} "
        "楼栋房号 姓名 理由 一句话”；不能提名自己家。先问本人愿不愿意，本人同意以前不公开。"
    )


def closing(year: int, process: AwardProcess) -> str:
    """To every group on the last day."""
    return (
        f"【年度评优】{year} 年的提名今天截止，想提名的邻居请今天发“提名 奖项 楼栋房号 姓名 理由 一句话”。"
        f"名单{written(process.announce_on)}公布。"
    )


def not_fit(title: str, missing: Sequence[Threshold], *, vetoed: bool) -> str:
    """Only the nominee reads what is missing."""
    words = [one.words for one in missing] + (["年内有一票否决的记录"] if vetoed else [])
    return (
        f"“{title}”的初筛没有通过，还差：{'；'.join(words)}。这件事只告诉您本人；看怎么补上，发“为什么是我这个等级”。"
    )


def unanswered(title: str) -> str:
    """Nobody is put forward who did not say yes."""
    return f"“{title}”的参评没有收到您的答复，今年就不参评了，明年还可以提名。"


def shortlisted(title: str) -> str:
    """The nominee passed the first sieve."""
    return f"“{title}”的初筛通过了，接下来由评议会评议。"


def to_score(count: int, until: str) -> Card:
    """To everybody who reviews."""
    return Card(
        "【评优】等您评议",
        (
            f"{count} 份提名通过初筛，请到工作台“评优”打分、定公示名单，{until}前完成。",
            "自己、自己家、自己单位的请回避，交给别的评议人。",
        ),
    )


def review_due(unscored: int, chosen: int, until: str) -> Card:
    """On the last day of the review."""
    return Card("【评优】今天收尾", (f"还差两人打分的 {unscored} 份，已列入公示的 {chosen} 份；{until}公示。",))


def chosen(named: tuple[str, str], name: str, day: str, days: int) -> Card:
    """The nominee hears it before any group does."""
    code, title = named
    shown = f"名字会写成“{name}”" if name else "不写您的名字，只算在人数里"
    return Card(
        f"【评优】{code} {title}",
        (
            f"评议会把您列入了公示名单，{day}起公示 {days} 天，{shown}。",
            "不想公开名字，引用这一条回“不用”，只算在人数里。",
        ),
        ("是", "不用"),
    )


def unlisted(title: str) -> str:
    """The meeting took the nominee off the list before any group saw it."""
    return f"“{title}”的公示名单有调整，您那一份又回到评议，还没有公开过。结果定了再私下告诉您。"


def not_chosen(title: str) -> str:
    """Kindly, privately, and without a place or a score."""
    return f"“{title}”今年的名额没有轮到您，谢谢您这一年的付出；做过的事都记在账上，明年还可以参评。"


def names_line(title: str, names: Sequence[str], unnamed: int) -> str:
    """One award's line; the names stand by the number of the nomination, not by merit."""
    more = f"{'另有' if names else ''} {unnamed} 位不署名".strip() if unnamed else ""
    return f"· {title}：{'、'.join((*names, *((more,) if more else ())))}"


def publicity(year: int, lines: Sequence[str], until: datetime) -> str:
    """The list on show."""
    day = until.astimezone(SHANGHAI)
    return "\n".join(
        (
            f"【评优公示】{year} 年度（排名不分先后，署名都经本人同意）",
            *lines,
            f"公示到 {day.month}月{day.day}日。有不同意见，请带上理由找网格员或书记登记，会有人核实后答复。",
        )
    )


def announcement(year: int, lines: Sequence[str]) -> str:
    """The result."""
    return "\n".join((f"【评优】{year} 年度表彰（排名不分先后，署名都经本人同意）", *lines, "感谢每一位邻居。"))


def awarded(year: int, title: str, number: str) -> str:
    """With the certificate."""
    return f"恭喜！{year} 年度“{title}”的证书编号 {number}，图片和 PDF 都在这里；以后发“我的证书”随时再看。"


def upheld(title: str) -> str:
    """An objection was right."""
    return f"“{title}”的公示收到异议，核实后没有授予。想了解原因请联系书记；积分和服务不受影响。"


def honour_reason(award: Award) -> str:
    """What stands on the certificate; the same for everybody who gets this award."""
    return "、".join(award.goods) or f"达到“{award.title}”的评选条件，经评议和公示"
