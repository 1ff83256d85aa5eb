"""What activities are called and what is said about them unasked."""

from collections.abc import Sequence

from domain.activities.activity import Activity, Plan, moment
from domain.activities.hours import REPAIR
from domain.decision import Card
from domain.matters.matter import Matter

KINDS = {"activity": "活动", "lecture": "讲座", "live": "直播"}
_WEEKDAYS = "一二三四五六日"


def when(plan: Plan) -> str:
    """The time as people write it."""
    start, end = moment(plan.starts_at), moment(plan.ends_at)
    day = f"{start.month}月{start.day}日（周{_WEEKDAYS[start.weekday()]}）"
    return f"{day}{start:%H:%M}–{end:%H:%M}"


def seats(plan: Plan) -> str:
    """How many may come."""
    return f"{plan.seats} 人" if plan.seats else "不限"


def hours(minutes: int) -> str:
    """Minutes as hours, to the half hour below."""
    halves = minutes // 30
    return f"{halves // 2}.5 小时" if halves % 2 else f"{halves // 2} 小时"


def facts(plan: Plan) -> tuple[str, ...]:
    """What the card and the preview say."""
    lines = [plan.title, f"时间：{when(plan)}", f"地点：{plan.place}"]
    lines += [f"主讲：{plan.lecturer}"] if plan.lecturer else []
    lines += [f"队伍：{plan.team}"] if plan.team else []
    lines += [f"站点：{plan.station}"] if plan.station else []
    return (*lines, f"名额：{seats(plan)}")


def card(code: object, plan: Plan) -> Card:
    """What the group reads."""
    return Card(f"【{KINDS[plan.kind]}】{code}", facts(plan), (f"报名 {code}",))


def line(activity: Activity) -> str:
    """One activity in a list."""
    plan = activity.plan
    return f"{activity.number} {plan.title} · {when(plan)} · {plan.place}"


def in_code(code: object, plan: Plan, said: str) -> str:
    """The first code, for the organiser."""
    return f"{code} “{plan.title}”的签到码是 {said}。人到了，请当面念：“签到 {said}”。不要发到群里。"


def out_code(code: object, plan: Plan, said: str) -> str:
    """The second code, for the organiser."""
    return f"{code} “{plan.title}”的签退码是 {said}。结束时请当面念：“签到 {said}”，时长就记上了。"


def eve(activity: Activity) -> str:
    """The day before, to everybody with a seat."""
    plan = activity.plan
    number = activity.number
    return f"明天见：{number} {plan.title}，{when(plan)}，{plan.place}。来不了请发“取消报名 {number}”，让给等着的人。"


def eve_group(activity: Activity, taken: int) -> Card:
    """The day before, to the group."""
    plan = activity.plan
    left = f"还有 {plan.seats - taken} 个名额" if plan.seats > taken else "名额不限"
    left = "名额满了，还可以排队" if plan.seats and plan.seats <= taken else left
    lines = (plan.title, f"时间：{when(plan)}", f"地点：{plan.place}", left)
    return Card(f"【明天{KINDS[plan.kind]}】{activity.number}", lines, (f"报名 {activity.number}",))


def soon(activity: Activity) -> str:
    """A quarter of an hour before a broadcast."""
    return f"“{activity.plan.title}”15 分钟后开始：{activity.plan.place}。"


def credited(code: object, activity: Activity, title: str, points: int, minutes: int) -> str:
    """What somebody reads whose hours were credited."""
    lasted = f"，{hours(minutes)}" if minutes else ""
    return f"{code} 参加“{activity.plan.title}”{lasted}：{title} +{points}。觉得不对，发“申诉 {code} 理由”。"


def sent(code: object, activity: Activity, unit: str, title: str, points: int) -> str:
    """What a unit reads whose lecturer spoke."""
    return f"{code} {unit}派人讲了“{activity.plan.title}”，谢谢：{title} +{points}。觉得不对，发“申诉 {code} 理由”。"


def unpaid(activity: Activity, minutes: int) -> str:
    """What somebody reads whose hours count, but no points any more."""
    counted = f"{hours(minutes)}已记入志愿证明" if minutes else "已记下您来过"
    return f"参加“{activity.plan.title}”：{counted}。这次不加分：不够整小时，或者这一项已经记满。"


def forgot(activity: Activity) -> str:
    """What somebody reads who never gave the second code."""
    return f"“{activity.plan.title}”您签到了，没有签退，时长还没记上。请在{_repaired_until(activity)}前告诉组织者，由组织者补上。"


def forgot_list(activity: Activity, names: Sequence[str]) -> str:
    """What the organiser reads of them."""
    number = activity.number
    who = "、".join(names)
    return f"{number} “{activity.plan.title}”没有签退的有：{who}。确实来了的，{_repaired_until(activity)}前发“签到 {number} 姓名”补上，要一位一起参加的人作证。"


def _repaired_until(activity: Activity) -> str:
    """The moment itself, since the message may wait for the morning."""
    until = moment(activity.plan.ends_at) + REPAIR
    return f"{until.month}月{until.day}日 {until:%H:%M} "


def unanswered(matter: Matter) -> str:
    """What the organiser reads where the witness never answered."""
    return f"{matter.code} {matter.line}：没有等到作证，时长没有补上。确实做到结束的，请网格员用“加分”登记。"


def cancelled(activity: Activity) -> str:
    """What everybody with a place reads."""
    return (
        f"{activity.number} “{activity.plan.title}”（{when(activity.plan)}）取消了，抱歉让您空等。想看别的，发“活动”。"
    )


def moved_up(activity: Activity) -> str:
    """What somebody reads who waited."""
    plan = activity.plan
    number = activity.number
    return f"排到您了：{number} {plan.title}，{when(plan)}，{plan.place}。来不了请发“取消报名 {number}”。"


def weekly(coming: Sequence[Activity], teams: Sequence[tuple[str, int, int]], wanted: Sequence[str]) -> Card:
    """Friday's post: what comes, what teams did, what help is looked for; never a person."""
    lines: list[str] = []
    if wanted:
        lines += ["等人认领：", *wanted]
    if coming:
        lines += ["近期活动：", *(line(one) for one in coming)]
    if teams:
        lines += ["这一周的志愿红，谢谢你们："]
        lines += [f"{team or '邻里志愿者'}：{people} 人，{hours(minutes)}" for team, people, minutes in teams]
    return Card("【本周志愿】", tuple(lines), ("活动", "志愿队"))
