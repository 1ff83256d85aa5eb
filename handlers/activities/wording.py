"""What is said about activities when people ask."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from domain.activities.activity import Activity, Plan
from domain.activities.record import Record
from domain.activities.wording import KINDS, facts, hours, line, when
from domain.documents import ServiceRecordSheet
from domain.period import Span
from domain.rules.rulebook import Rulebook

WHAT = "活动叫什么？请写一句，例如“周六清扫楼道”。不想发了，回“取消”。"
WHEN = "什么时间？例如“周六上午9点”“11月28日9点到11点”。"
WHERE = "在哪里？例如“3栋门口”。"
WHO_SPEAKS = "主讲人是谁？是单位派来的，写上单位，例如“龙江小学 王老师”；还没定就回“待定”。"
HOW_MANY = "名额多少人？写一个数，例如 20；不限就回“不限”。"
HOW_MANY_AGAIN = "没看懂名额，请写一个 1 到 2000 的数，例如 20；不限就回“不限”。"
TOO_LONG = "太长了，请写在 40 个字以内。"
ONLINE = "线上直播"
RECORD_FILE = "志愿证明.pdf"
NOT_POSTED = "好的，没有发布。想发的时候再说一次就行。"
GIVEN_UP = "我还是没看懂，先不发了。可以一句话发给我，例如：发布活动 清扫楼道 时间 11月28日9点 地点 3栋门口 名额 20。"
FAULTS = {
    "unclear": "没看懂时间。请写日子和几点，例如“周六上午9点”“11月28日9点到11点”。",
    "no_hour": "几点开始？请把日子和钟点写在一起，例如“11月28日上午9点”。",
    "past": "这个时间已经过了，请换一个，例如“明天上午9点”。",
    "too_far": "太远了，请写一年以内的时间。",
    "too_long": "一场最长 12 小时，请写清从几点到几点，例如“9点到11点”。",
}
WHICH_GRID = "您负责整个社区，请到那个网格的群里发布。"
WHICH_TEAM = "您是几支队的队长，以哪支队的名义？"
NOT_AN_ORGANISER = "发布活动由队长、网格员、物业和合伙人来办；讲座和直播请找网格员或合伙人。想出主意，请告诉网格员。"
NOT_THE_ORGANISER = "这一场由组织者、队长或网格员来登记。您本人到场，请发“签到”加现场念的四位数字。"
NOTHING_COMING = "最近还没有活动。有了新的，会发在群里；想一起做点事，发“志愿队”看看。"
WHICH = "想报名几号？请写活动的编号，发“活动”可以看到。"
WHICH_LEFT = "想取消哪一个？"
NO_PLACE = "您现在没有报名的活动。发“活动”看看有哪些。"
CODE = "请发现场念的四位数字，例如“签到 8264”。"
WRONG_CODE = "没有对上正在进行的活动。请听组织者再念一遍四位数字；还不行，请组织者登记您的名字。"
TOO_SHORT = "刚签到不到 15 分钟，还不能签退。结束时再发一次就好。"
NO_RECORD = "这段时间还没有记下的志愿服务。发“活动”看看最近有什么。"


def number_in(said: object) -> str:
    """The plain number that words begin with, as in a choice that was shown."""
    found = re.match(r"\s*第?0*([0-9]{1,6})(?![0-9])", str(said or ""))
    return found[1] if found else ""


def choice(activity: Activity) -> str:
    """One activity to choose from."""
    return f"{activity.number} {activity.plan.title}"


def preview(plan: Plan) -> str:
    """The whole announcement before it is posted."""
    return "\n".join([f"这样发到群里？回复“是”或“不是”。【{KINDS[plan.kind]}】", *facts(plan)])


def posted(code: object, plan: Plan) -> str:
    """What the organiser reads."""
    return f"{code} “{plan.title}”发到群里了。开始前 10 分钟我私聊您签到码；到场名单也可以发“签到 {code} 姓名 姓名”。"


def listed(coming: Sequence[Activity], rules: Rulebook, places: Mapping[int, str]) -> str:
    """What is coming, by front and station."""
    fronts = {one.key: one.title for one in rules.catalogue.categories}
    groups: dict[str, list[str]] = {}
    for one in coming:
        item = rules.item(one.plan.item)
        front = fronts.get(item.category, "") if item else ""
        head = " · ".join(part for part in (front, one.plan.station) if part) or "活动"
        mark = {"in": "（已报名）", "waiting": "（排队中）"}.get(places.get(one.number, ""), "")
        groups.setdefault(head, []).append(f"{line(one)}{mark}")
    lines = [text for head, own in groups.items() for text in (f"{head}：", *own)]
    return "\n".join([*lines, "发“报名 编号”参加，例如“报名 " + str(coming[0].number) + "”。"])


def unknown(said: str) -> str:
    """Refuses a number that does not exist."""
    if not number_in(said):
        return "请写活动的编号，例如“报名 1”。有哪些、各是几号，发“活动”看看。"
    return f"没有 {said} 号活动。发“活动”看看有哪些。"


def was_cancelled(activity: Activity) -> str:
    """Refuses what was cancelled."""
    return f"{activity.number} “{activity.plan.title}”取消了。发“活动”看看别的。"


def begun(activity: Activity) -> str:
    """Refuses what has begun."""
    return f"{activity.number} “{activity.plan.title}”已经开始了。人到现场，发“签到”加现场念的四位数字就行。"


def past(activity: Activity) -> str:
    """Refuses what is over."""
    return f"{activity.number} “{activity.plan.title}”已经结束了。发“活动”看看接下来的。"


def joined(activity: Activity) -> str:
    """What whoever has a seat reads."""
    number = activity.number
    return f"报上了：{line(activity)}。来不了请发“取消报名 {number}”。"


def waits(activity: Activity, before: int) -> str:
    """What whoever waits reads."""
    return f"{activity.number} “{activity.plan.title}”名额满了，您排在第 {before + 1} 位，有人退出会自动补上并告诉您。"


def joined_already(activity: Activity, state: str) -> str:
    """Refuses a second sign-up."""
    how = "已经报上了" if state == "in" else "已经在排队了"
    return f"{activity.number} “{activity.plan.title}”您{how}，不用再报。来不了请发“取消报名 {activity.number}”。"


def at_the_same_time(other: Activity) -> str:
    """Refuses two activities at one time."""
    return f"您同一时间报了 {other.number} “{other.plan.title}”（{when(other.plan)}）。想换，先发“取消报名 {other.number}”。"


def not_joined(activity: Activity) -> str:
    """Refuses to leave what one did not join."""
    return f"您没有报名 {activity.number} “{activity.plan.title}”，不用取消。"


def left(activity: Activity) -> str:
    """What whoever gave the place back reads."""
    return f"{activity.number} “{activity.plan.title}”的报名取消了。想再来，发“报名 {activity.number}”。"


def own_activity(activity: Activity) -> str:
    """Refuses the organiser's own check-in."""
    return f"{activity.number} 是您自己组织的，不能给自己签到。请网格员发“签到 {activity.number}”加您的名字来登记。"


def here_already(activity: Activity) -> str:
    """Refuses a second check-in."""
    return f"“{activity.plan.title}”您已经签到了。结束时组织者会念签退的数字，再发一次就记上时长。"


def over(activity: Activity) -> str:
    """Refuses a check-in after the end."""
    return f"“{activity.plan.title}”已经结束，不能再签到了。确实来了的，请组织者 24 小时内登记。"


def elsewhere(other: Activity) -> str:
    """Refuses to be at two places."""
    return f"您在 {other.number} “{other.plan.title}”还没签退，或者刚刚才离开，不能同时在两个地方。请组织者登记。"


def full(activity: Activity) -> str:
    """Refuses somebody without a seat."""
    return f"“{activity.plan.title}”名额满了，您没有报上名。请找组织者登记，或者看看别的活动。"


def arrived(activity: Activity) -> str:
    """What whoever arrived reads."""
    plan = activity.plan
    if plan.kind != "activity":
        return f"签到好了：{plan.title}。结束后按清单记上，会私聊告诉您。"
    return f"签到好了：{plan.title}。结束时请听组织者念签退的数字，再发一次“签到”加数字，时长才记得上。"


def never_came(activity: Activity) -> str:
    """Refuses a check-out without a check-in."""
    return f"“{activity.plan.title}”没有您的签到记录。确实来了的，请组织者 24 小时内登记。"


def gone_already(activity: Activity) -> str:
    """Refuses a second check-out."""
    return f"“{activity.plan.title}”您的时长已经记好了，不用再发。"


def gone(activity: Activity, minutes: int, *, early: bool) -> str:
    """What whoever left reads; who stays on after all may send the code again."""
    again = "还要接着做的，走的时候再发一次，按最后一次算。" if early else ""
    return f"签退好了：{activity.plan.title}，{hours(minutes)}。{again}积分在结束后自动记上，会私聊告诉您。辛苦了！"


def not_begun(activity: Activity) -> str:
    """Refuses a list before the start."""
    return f"{activity.number} “{activity.plan.title}”还没开始（{when(activity.plan)}），到了时间再登记。"


def too_late(activity: Activity) -> str:
    """Refuses a list long after the end."""
    return f"{activity.number} “{activity.plan.title}”结束超过 24 小时，名单已经定了。确有遗漏，请网格员用“加分”登记。"


def record(of: Record) -> str:
    """A volunteer's record."""
    number = f"志愿者编号 Z{of.number}\n" if of.number else ""
    teams = f"队伍：{'、'.join(of.teams)}\n" if of.teams else ""
    return (
        f"【志愿证明】{of.name}\n{number}{teams}时间：{_days(of.days)}\n"
        f"参加 {of.times} 次，共 {hours(of.by_code + of.by_hand)}\n"
        f"其中：两次签到码证明的 {hours(of.by_code)}，组织者登记的 {hours(of.by_hand)}"
    )


def record_sheet(of: Record, today: date) -> ServiceRecordSheet:
    """The same on paper; whoever draws it puts in the community's name."""
    return ServiceRecordSheet(
        number=f"Z{of.number}" if of.number else "无",
        community="",
        name=of.name,
        period=_days(of.days),
        by_code=of.lines_by_code,
        by_hand=of.lines_by_hand,
        issuer="社区志愿者指导中心",
        day=f"{today:%Y年%m月%d日}",
    )


def _days(days: Span) -> str:
    last = days.until - timedelta(days=1)
    return f"{days.since:%Y年%m月%d日} 至 {last:%Y年%m月%d日}"
