"""How everything that is kept on a subject is written out, for the subject to read."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from domain.facts_wording import line
from domain.keeping import ConsentChange, Kept
from domain.matters.matter import Matter, Step
from domain.period import SHANGHAI
from domain.rules.rulebook import Rulebook
from handlers.members import kept_wording as words
from handlers.teams.wording import FREE_TIMES

FILE = "我的数据.txt"
_NO_TIPS = "举报不在里面：举报从来不和人对应，谁也查不出来。"
SENT = (
    "这是我们记着的您的全部信息，一个文件，一天后从这边删掉。收不到文件，请找网格员打印一份；想删掉，发“解绑”。"
    f"{_NO_TIPS}"
)
STRANGERS = "您还没有绑定，这里没有记着您的信息。"
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
            words.TABLES.get(name, f"其他记录（{name}）"): tuple(_row(row, rules) for row in rows)
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
        by = f"（{words.ROLES.get(entry.role, entry.role)}登记{beside}）"
        yield f"{entry.occurred_on} L{entry.code} {undone}{title} {_ACCOUNTS[entry.account]} {entry.amount:+d}{by}"


def _matter(matter: Matter) -> Iterable[str]:
    state = "已办结" if matter.closed_at else "办理中或有效"
    yield f"{matter.code} {words.SORTS.get(matter.sort, '')} {matter.line}（{_time(matter.opened_at)} 起，{state}）"
    if matter.facts.get("photo"):
        yield "  附有一张照片"
    for step in matter.steps:
        note = f"：{step.note}" if step.note else ""
        yield f"  {_time(step.at)} {_who(matter, step)}{words.ACTS.get(step.act, '办理')}{note}"


def _who(matter: Matter, step: Step) -> str:
    first = step is matter.steps[0] or step.act == "withdrawn"
    if step.role == "resident" and matter.sort in words.SHARED and not first:
        return words.OTHERS
    return words.ROLES.get(step.role, step.role)


def _title(code: str, rules: Rulebook) -> str:
    known = rules.item(code) or rules.negative_item(code) or rules.reward(code)
    return known.title if known else code


def _row(row: Mapping[str, Any], rules: Rulebook) -> str:
    return "，".join(f"{words.COLUMNS.get(name, name)}：{_value(name, value, rules)}" for name, value in row.items())


def _value(name: str, value: object, rules: Rulebook) -> str:
    if name in words.MOMENTS and isinstance(value, int):
        return _time(value)
    if name == "times":
        return "、".join(FREE_TIMES.get(one, one) for one in str(value).split("、"))
    if name in {"item", "reward"}:
        return _title(str(value), rules)
    if name == "role":
        return words.ROLES.get(str(value), str(value))
    if name in {"captain", "warned"}:
        return "是"
    return words.SAID.get(name, {}).get(str(value), str(value))


def _time(at: int) -> str:
    return f"{datetime.fromtimestamp(at / 1000, SHANGHAI):%Y-%m-%d %H:%M}"
