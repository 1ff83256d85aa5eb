"""What is said about boards."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.boards.quarter import Quarter
from domain.findings.timing import shown
from domain.rules.ratings import QuarterlyBoard

NOT_MG = "评榜由信用积分管理小组来办，您不在名单里，什么都没有改。"
CONCERNED = "名单里有您、您家或您单位的，请别的组员来表决，什么都没有改。"
AGAIN = "您已经表过态了，还要另一位组员。什么都没有改。"
TWO_WAIT = "有几件事在等您表态，请引用那张卡片再回“同意”或“反对”。什么都没有改。"


def which_board(codes: Sequence[str]) -> str:
    """Refuses a bare vote while several boards wait."""
    return f"等您表态的不止一期：{'、'.join(codes)}。请写上编号再发，例如“评榜 {codes[-1]} 同意”。什么都没有改。"


def unknown(code: str) -> str:
    """No such board."""
    return f"没有 {code} 这一期，编号像 B2026Q4 这样写。"


def not_ended(quarter: Quarter, rules: QuarterlyBoard) -> str:
    """The quarter still runs."""
    month = quarter.days.until.month
    return f"{quarter.title}还没有结束，{month}月{rules.draft_day}日出草案，{month}月{rules.publish_day}日在群里公布。"


def no_draft(quarter: Quarter) -> str:
    """Nothing was drafted yet."""
    return f"{quarter.code} 还没有草案，请书记发“生成红黑榜 {quarter.code}”。"


def not_public(quarter: Quarter, rules: QuarterlyBoard, today: date) -> str:
    """Nothing was published yet; a day that is over is not promised."""
    on = quarter.days.until.replace(day=rules.publish_day)
    day = f"{on.year} 年 {on.month}月{on.day}日"
    if on < today:
        return f"{quarter.title}没有公布过红黑榜。每季度第一个月{rules.publish_day}日公布上一季度的，到时在群里和这里都能看。"
    return f"{quarter.title}的红黑榜还没有公布，{day} {rules.publish_time:%H:%M} 在群里公布。"


def taken_down(quarter: Quarter, *, early: bool) -> str:
    """It stood long enough, or was taken down in a hurry."""
    return f"{quarter.title}的红黑榜已{'' if early else '到期'}撤下，不再公开。想看自己的记录，私聊我发“积分明细”。"


def closed(code: str) -> str:
    """Nothing can be done with it any more."""
    return f"{code} 已经撤下存档，不再改动。"


def out(code: str) -> str:
    """It stands in the groups already."""
    return f"{code} 已经公布过了，发“红黑榜”可以看。"


def noted(code: str, *, yes: bool, votes: int) -> str:
    """What whoever voted reads while it is not decided."""
    if yes:
        return f"{code}：您已同意，现在 {votes} 人同意；要两人同意、其中一位是监督员、没有人反对，才按名单公布。"
    return f"{code}：您的反对已记下，这一稿不公布名单。书记看清后会出新一稿；想通了也可以改为同意。"


def approved(code: str, end: int | None, now: int, *, late: bool) -> str:
    """What the last voter reads."""
    if late:
        return f"{code}：两人已同意，异议期过后的上午在各网格群公布全文，也可以请书记发“发布红黑榜 {code}”。"
    until = f"异议期到 {shown(end)}，" if end and end > now else ""
    return f"{code}：两人已同意，{until}10 日上午在各网格群公布。"


def published(code: str, *, named: bool) -> str:
    """What the secretary reads."""
    return f"{code} 已经发到各网格群。" if named else f"{code} 已按只列数字的一期发到各网格群；两人同意后再发全文。"


def not_yet(code: str, end: int | None, *, approved: bool) -> str:
    """Why it cannot go out now."""
    if not approved:
        return f"{code} 还没有两人同意（其中一位是监督员、没有人反对），先请管理小组评榜；10 日会先公布只列数字的一期。"
    if end is None:
        return f"{code} 名单上的人还没有全部告知，告知满 7 天才能公布。"
    return f"{code} 的异议期到 {shown(end)}，过了再发布。"


def drafted(code: str, revision: int) -> str:
    """What the secretary reads."""
    return f"{code} 第 {revision} 稿已出，发给管理小组评榜了。"


def preview(now: datetime) -> str:
    """What a grid worker reads above the draft."""
    return f"预览，按 {shown(now)} 的账本；没有保存，也没有发给别人。"
