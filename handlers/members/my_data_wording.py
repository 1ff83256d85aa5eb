"""How everything that is kept on a subject is written out, for the subject to read."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from domain.facts_wording import line
from domain.keeping import ConsentChange, Kept
from domain.matters.matter import Matter
from domain.matters.wording import TITLES
from domain.period import SHANGHAI
from domain.rules.rulebook import Rulebook

FILE = "我的数据.txt"
_NO_TIPS = "举报不在里面：举报从来不和人对应，谁也查不出来。"
SENT = (
    "这是我们记着的您的全部信息，一个文件，一天后从这边删掉。收不到文件，请找网格员打印一份；想删掉，发“解绑”。"
    f"{_NO_TIPS}"
)
NOTHING = "没有"
_DROPPED = "哪一项不想留，到服务台说一声就删掉"
_REGISTER = {
    "kind": "类型",
    "name": "名称",
    "grid": "网格",
    "address": "地址",
    "household": "户号",
    "contact": "联系人",
    "guardian": "监护人",
    "station": "文明实践站",
    "minor": "未成年",
    "phone_mark": "电话",
}
_KINDS = {"resident": "居民", "merchant": "商铺", "public_unit": "公共单位"}
_PURPOSES = {"publicity": "公示", "tips": "接收小贴士", "photos": "公开整改前后照片"}
_LEVELS = {"": "撤回", "full": "同意（姓名）", "masked": "同意（遮蔽姓名）", "yes": "同意"}
_ACCOUNTS = {"credit": "信用分", "spendable": "可用积分"}
_SORTS = {**TITLES, "pledge": "承诺", "thanks": "感谢", "thank": "感谢"}
_ROLES = {
    "resident": "本人",
    "system": "系统",
    "grid_worker": "网格员",
    "property": "物业",
    "supervisor": "监督员",
    "secretary": "书记",
    "partner": "合伙人",
}
_ACTS = {
    "declared": "申报",
    "confirmed": "确认",
    "rejected": "退回",
    "unclear": "无法核实",
    "photo": "补照片",
    "signed": "签署",
    "renewed": "续签",
    "withdrawn": "撤回",
    "filed": "提出",
    "appealed": "申诉",
    "objected": "异议",
    "upheld": "成立",
    "noticed": "告知",
    "reminded": "提醒",
    "asked": "提问",
    "answered": "答复",
    "expired": "到期",
}
_TABLES = {
    "voucher": "兑换券",
    "erasure": "删除申请",
    "activity": "组织的活动",
    "attendance": "活动签到",
    "signup": "活动报名",
    "grade_kept": "信用等级",
    "team_member": "志愿队",
    "volunteer": "志愿者登记",
}
_COLUMNS = {
    "account": "账号",
    "activity": "活动编号",
    "asked_at": "申请于",
    "at": "登记于",
    "back": "退回到哪个月的库存",
    "captain": "队长",
    "channel": "渠道",
    "code": "券码",
    "cost": "用了几分",
    "done": "办过的步骤",
    "ends": "到",
    "ends_at": "结束",
    "grade": "等级",
    "grid": "网格",
    "how": "怎么记的",
    "id": "编号",
    "in_at": "签到",
    "in_code": "签到码",
    "issued_at": "换于",
    "item": "积分项目",
    "kind": "类型",
    "lecturer": "主讲",
    "minutes": "分钟",
    "month": "哪个月的库存",
    "moved_at": "变动于",
    "number": "志愿者编号",
    "out_at": "签退",
    "out_code": "签退码",
    "person": "经手的工作人员编号",
    "place": "地点",
    "refused": "等级确认没有通过的",
    "reward": "奖励",
    "role": "身份",
    "score": "信用分",
    "seats": "名额",
    "since": "从",
    "skills": "专长",
    "source": "凭据",
    "starts": "从",
    "starts_at": "开始",
    "state": "状态",
    "station": "站点",
    "team": "队伍",
    "times": "空闲时间",
    "title": "名称",
    "turn": "报名次序",
    "until_on": "有效到",
    "warned": "提前提醒过",
    "who": "队员编号",
    "witness": "作证的居民编号",
}
_SAID = {
    "how": {"code": "签到码", "hand": "组织者登记"},
    "kind": {"activity": "活动", "lecture": "讲座", "live": "直播"},
    "state": {
        "issued": "可用",
        "used": "已用",
        "returned": "已退",
        "expired": "已过期",
        "in": "报上了",
        "waiting": "排队",
        "left": "退出了",
        "here": "到场，没有签退",
        "done": "记下了",
        "credited": "记下了，已入账",
        "open": "进行中",
        "cancelled": "取消了",
    },
}
_TIMES = {"workday": "工作日白天", "evening": "工作日晚上", "weekend": "周末白天", "weekend_evening": "周末晚上"}
_MOMENTS = frozenset({"at", "since", "in_at", "out_at", "issued_at", "moved_at", "asked_at", "starts_at", "ends_at"})


def written(kept: Kept, rules: Rulebook, now: datetime) -> str:
    """The whole file."""
    parts = {
        "登记信息": _register(kept),
        f"走访、检查和资料里的（{_DROPPED}）": tuple(map(line, kept.facts)),
        "绑定的聊天账号": kept.accounts,
        "账上的每一笔": tuple(_entries(kept, rules)),
        "同意与撤回": tuple(map(_consent, kept.consents)),
        "办过的事和每一步": tuple(line for one in kept.matters for line in _matter(one)),
        **{
            _TABLES.get(name, f"其他记录（{name}）"): tuple(_row(row, rules) for row in rows)
            for name, rows in kept.rest.items()
        },
    }
    lines = [f"我的数据（{now.astimezone(SHANGHAI):%Y-%m-%d %H:%M}）", _NO_TIPS, rules.ratings.scope.disclaimer]
    for title, rows in parts.items():
        lines += ["", f"【{title}】", *(rows or (NOTHING,))]
    return "\n".join(lines) + "\n"


def _register(kept: Kept) -> tuple[str, ...]:
    said = {
        "kind": _KINDS.get(kept.register.get("kind", ""), ""),
        "minor": "是",
        "phone_mark": "只存校验记号，不存号码",
    }
    return tuple(f"{_REGISTER[name]}：{said.get(name) or fact}" for name, fact in kept.register.items())


def _consent(change: ConsentChange) -> str:
    purpose, level = _PURPOSES.get(change.purpose, change.purpose), _LEVELS.get(change.level, change.level)
    return f"{_time(change.at)} {purpose}：{level}"


def _entries(kept: Kept, rules: Rulebook) -> Iterable[str]:
    for entry, note in kept.entries:
        title = _title(entry.item, rules)
        undone = "撤销：" if entry.reverses is not None else ""
        beside = f"，说明：{note}" if note else ""
        by = f"（{_ROLES.get(entry.role, entry.role)}登记{beside}）"
        yield f"{entry.occurred_on} L{entry.code} {undone}{title} {_ACCOUNTS[entry.account]} {entry.amount:+d}{by}"


def _matter(matter: Matter) -> Iterable[str]:
    state = "已办结" if matter.closed_at else "办理中或有效"
    yield f"{matter.code} {_SORTS.get(matter.sort, '')} {matter.line}（{_time(matter.opened_at)} 起，{state}）"
    if matter.facts.get("photo"):
        yield "  附有一张照片"
    for step in matter.steps:
        note = f"：{step.note}" if step.note else ""
        yield f"  {_time(step.at)} {_ROLES.get(step.role, step.role)}{_ACTS.get(step.act, '办理')}{note}"


def _title(code: str, rules: Rulebook) -> str:
    known = rules.item(code) or rules.negative_item(code) or rules.reward(code)
    return known.title if known else code


def _row(row: Mapping[str, Any], rules: Rulebook) -> str:
    return "，".join(f"{_COLUMNS.get(name, name)}：{_value(name, value, rules)}" for name, value in row.items())


def _value(name: str, value: object, rules: Rulebook) -> str:
    if name in _MOMENTS and isinstance(value, int):
        return _time(value)
    if name == "times":
        return "、".join(_TIMES.get(one, one) for one in str(value).split("、"))
    if name in {"item", "reward"}:
        return _title(str(value), rules)
    if name in {"captain", "warned"}:
        return "是"
    return _SAID.get(name, {}).get(str(value), str(value))


def _time(at: int) -> str:
    return f"{datetime.fromtimestamp(at / 1000, SHANGHAI):%Y-%m-%d %H:%M}"
