"""The help: four operations by their words, and at most five lines for each matter; only what is open is named."""

from collections.abc import Collection, Mapping, Sequence

from domain.roles import Role
from handlers.members.help_topics_wording import ALIASES, TOPICS, Line, Lines
from handlers.members.help_work_wording import TOPICS_FOR

ASK = "想看哪一类怎么说，发“帮助 加”“帮助 减”“帮助 乘”“帮助 除”。"
SAID_JUST_NOW = "刚刚说过，再发您一份。"
NOT_YET = "这一类还在准备，开通了会告诉大家。"
_MOST = 5
_TITLES = {"加": "做好事得积分", "减": "清单、申诉和改正", "乘": "大家一起做", "除": "不文明的事和公示"}
_RESIDENT: Mapping[str, Lines] = {
    "加": (
        Line("积分", "points_query"),
        Line("积分明细", "points_history"),
        Line("怎么加分", "rules_query"),
        Line("申报 楼道清理", "declare"),
        Line("承诺书", "pledge_list"),
        Line("兑换", "rewards_list"),
    ),
    "减": (
        Line("负面清单", "rules_query"),
        Line("申诉 L1024 理由", "appeal"),
        Line("信用修复", "repair_query"),
    ),
    "乘": (
        Line("活动", "activity_list"),
        Line("志愿队", "team_list"),
        Line("求助 事情", "assist_request"),
        Line("感谢 李桂芬 帮我搬菜", "thank"),
        Line("问 电动车能进电梯吗", "ask"),
    ),
    "除": (
        Line("举报 哪里什么事（只在私聊里发）", "tip_submit"),
        Line("红黑榜", "board_query"),
        Line("公约", "covenant_query"),
    ),
}
_STAFF: Mapping[str, Lines] = {
    "加": (
        Line("加分 3栋2单元501 张三 志愿服务 2", "award"),
        Line("今日", "digest"),
        Line("1 3 5 属实", "verdict"),
    ),
    "减": (
        Line("扣分 老王烧烤 占道经营 3 备注 已口头提醒", "deduct"),
        Line("冲正 L1024 原因", "reverse"),
    ),
    "乘": (
        Line("发布活动 …", "activity_create"),
        Line("签到 12 张三 李四", "check_in"),
        Line("待办", "todo"),
    ),
    "除": (
        Line("引用卡片回复“属实”“不属实”“无法核实”", "verdict"),
        Line("追问 T7K3P 在几楼", "ask_reporter"),
    ),
}
_SUPERVISOR: Mapping[str, Lines] = {
    "加": (Line("抽查", "sample"), Line("异议 L1024 证据不足", "object")),
    "减": (Line("S17 不成立 原因", "verdict"), Line("月结 上个月", "settlement_review")),
    "乘": (Line("待办", "todo"), Line("活动", "activity_list")),
    "除": (Line("表决 同意", "ballot"), Line("红黑榜", "board_query"), Line("异议 L1024 证据不足", "object")),
}
_FOR: Mapping[Role, Mapping[str, Lines]] = {
    "grid_worker": _STAFF,
    "secretary": _STAFF,
    "supervisor": _SUPERVISOR,
    "property": {**_STAFF, "减": (Line("扣分 3栋2单元501 张三 楼道堆物 2（由网格员确认）", "deduct"),)},
    "partner": {
        **_STAFF,
        "减": (Line("核销 V8K2 M4QX", "voucher_use"),),
        "除": (Line("认领 P8", "claim"), Line("红黑榜", "board_query")),
    },
}


def menu(roles: Collection[Role], opened: Collection[str]) -> str:
    """The four operations, in the words of the role."""
    lines = next((_FOR[role] for role in _FOR if role in roles), _RESIDENT)
    return "\n".join([*(_operation(word, lines[word], opened) for word in _TITLES), ASK])


def _operation(word: str, lines: Lines, opened: Collection[str]) -> str:
    words = "、".join(f"“{one}”" for one in _open(lines, opened))
    return f"【{word}】{_TITLES[word]}：{f'发{words}' if words else NOT_YET}"


def about(topic: str, opened: Collection[str], roles: Collection[Role] = ()) -> str:
    """At most five lines with ready words, those of the four operations in the words of the role."""
    at_work = next((TOPICS_FOR[role] for role in _FOR if role in roles), {})
    known = at_work.get(topic) or TOPICS.get(topic) or TOPICS.get(ALIASES.get(topic, ""))
    if known is None:
        return f"没有“{topic}”的说明。{ASK}"
    first, *more = _open(known, opened) or [NOT_YET]
    return "\n".join([f"【{topic}】{first}", *more[: _MOST - 1]])


def _open(lines: Lines, opened: Collection[str]) -> Sequence[str]:
    return [one.words for one in lines if not one.intent or one.intent in opened]
