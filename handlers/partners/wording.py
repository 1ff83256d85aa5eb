"""What is said about partners, resources and bookings."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from domain.decision import Card
from domain.matters.matter import Matter
from domain.partners import Partner, Resource
from domain.services.wording import title

NO_PARTNERS = "现在还没有登记合伙人。单位、商家、有一技之长的邻居想加入，请告诉网格员。"
NO_RESOURCES = "现在还没有登记可以借用的场地。想借地方办事，请告诉网格员。"
NOT_BOOKED = "好的，什么都没有约。"
NOT_THEN = "只能约现在以后、六十天以内的时间，什么都没有约。请换个时间再发一次。"
NOT_YOURS = "没有找到等您答复的 {code}，什么都没有改。"
WHY_UNUSED = "没用上，是您这边没去，还是对方没有开放？"
DID_NOT_GO, NOT_OPEN = "我这边没去", "对方没有开放"
THANKS = "知道了，谢谢您告诉我。"
NO_GO = "知道了。下次去不了，提前引用预约的消息回复“取消”，别人就能用上。"
PASSED_ON = "知道了，已经请网格员去问清楚，让您白跑了，抱歉。"
NO_SHOW_NOTE = "预约的人说当天没有开放，请核实"
_TITLES = {"public_unit": "公共单位", "property": "物业", "firm": "爱心企业", "self_governing": "自治组织"}


def partners(units: Mapping[str, Sequence[Partner]], talents: Sequence[Partner], unnamed: int) -> Card:
    """The directory."""
    lines = [
        f"{_TITLES[kind]}（{len(found)}）：{'、'.join(map(_offer, found))}" for kind, found in units.items() if found
    ]
    if talents or unnamed:
        known = "、".join(f"{one.name}（{'、'.join(one.skills) or one.offers}）" for one in talents)
        rest = f"另有 {unnamed} 位" if known and unnamed else f"{unnamed} 位" if unnamed else ""
        lines.append(f"能人（{len(talents) + unnamed}）：{'，'.join(filter(None, (known, rest)))}")
    return Card("合伙人", tuple(lines), ("求助 法律咨询", "资源"))


def _offer(partner: Partner) -> str:
    return f"{partner.name}（{partner.offers}）" if partner.offers else partner.name


def resources(found: Sequence[Resource], example: tuple[str, datetime, datetime] | None) -> Card:
    """The list of what can be booked, and the words that book one of it as it is open."""
    actions = (f"预约 {example[0]} {_said(*example[1:])}",) if example else ()
    return Card("资源", tuple(map(_resource, found)), actions)


def _said(since: datetime, until: datetime) -> str:
    return f"{since.month}月{since.day}日{_hour(since)}到{_hour(until)}"


def _hour(moment: datetime) -> str:
    return f"{moment.hour}点" + (f"{moment.minute}分" if moment.minute else "")


def _resource(one: Resource) -> str:
    parts = [one.place, one.open_times, length(one.slot_minutes), f"{one.seats} 人" if one.seats else "", lead(one)]
    return f"{one.name}：{'，'.join(filter(None, parts))}"


def length(minutes: int) -> str:
    """How long one use may be."""
    if not minutes:
        return ""
    return f"每次 {minutes // 60} 小时" if minutes % 60 == 0 else f"每次 {minutes} 分钟"


def lead(one: Resource) -> str:
    """How long ahead it must be booked."""
    return f"提前 {one.lead_hours} 小时约" if one.lead_hours else ""


def unknown(said: str, known: Sequence[str]) -> str:
    """Refuses what is not lent."""
    return f"没有找到“{said}”，什么都没有约。可以约的有：{'、'.join(known[:8]) or '暂时没有'}。"


def where(known: Sequence[str]) -> str:
    """Asks for the place."""
    return f"想约哪里？可以约的有：{'、'.join(known[:8])}。回复名称就行，不约了就回“算了”。"


def when(resource: Resource) -> str:
    """Asks for the time."""
    return f"“{resource.name}”想约什么时候？{_how(resource)}"


def unread(resource: Resource) -> str:
    """Asks for the time again."""
    return f"没看懂时间，还没有约“{resource.name}”。{_how(resource)}"


def _how(resource: Resource) -> str:
    known = "，".join(filter(None, (resource.open_times, length(resource.slot_minutes), lead(resource))))
    hours = f"（{known}）" if known else ""
    return f"请写哪天几点到几点，例如“周六14点到16点”{hours}；不约了就回“算了”。"


def too_long(name: str, minutes: int) -> str:
    """Refuses what is longer than one use."""
    return f"“{name}”{length(minutes)}，什么都没有约。请缩短时间再发一次。"


def nothing_free(resource: Resource) -> str:
    """Nothing to offer."""
    return f"“{resource.name}”三周内都没有合适的空当，什么都没有约。发“资源”看看别的地方。"


def why_not(resource: Resource, *, early: bool, closed: bool) -> str:
    """Why it cannot be then, before other times are offered."""
    if closed:
        reason = f"那时不开放（{resource.open_times}）"
    elif early:
        reason = f"要提前 {resource.lead_hours} 小时约"
    else:
        reason = "那时已经有人约了"
    return f"“{resource.name}”{reason}。这几个时间可以，回复前面的数字就约上："


def held(code: object, line: str, resource: Resource) -> str:
    """What whoever booked reads."""
    return f"{code} {line} 给您留着了，正在问{resource.provider}，三天内答复您。"


def may_they(code: object, line: str) -> Card:
    """What the provider is asked."""
    return Card(title("booking", code), (f"有居民想预约 {line}，可以吗？",), ("是", "不是"))


def worker_asks(code: object, line: str, resource: Resource) -> Card:
    """What the grid worker reads where the provider has no chat with the bot."""
    lines = (f"有居民想预约 {line}。", f"{resource.provider}没有绑定，请您替着问一句。")
    return Card(title("booking", code), lines, ("属实（可以）", "不属实 原因"))


def agreed(matter: Matter) -> str:
    """What whoever booked reads after a yes."""
    return f"{matter.code} {matter.line} 约好了。去不了的话，引用这条回复“取消”。"


def declined(matter: Matter, reason: str) -> str:
    """What whoever booked reads after a no."""
    return f"{matter.code} {matter.line} 这次不行。{reason}换个时间可以再发“预约 {matter.facts['resource']} 时间”。"


def told_back(matter: Matter, *, yes: bool) -> str:
    """What the provider reads."""
    return f"{matter.code} {matter.line} {'留给他们了' if yes else '已经退回'}，谢谢您。"


def no_show_line(provider: str, item: str) -> str:
    """The proposal as the grid worker reads it in lists."""
    return f"{provider} {item}"


def no_show_card(code: object, line: str, about: str) -> Card:
    """What the grid worker decides on."""
    return Card(
        f"【扣分】{code}", (line, f"{about}：{NO_SHOW_NOTE}。不会自动扣分，由您核实。"), ("属实", "不属实 原因")
    )
