"""What is said about teams."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from domain.teams.team import TIMES, Team

FREE_TIMES: Mapping[str, str] = dict(zip(TIMES, ("工作日白天", "工作日晚上", "周末白天", "周末晚上"), strict=True))
"""What the times are called at which volunteers may be free."""
NONE = "现在还没有志愿队，网格员登记以后会在这里看到。"
WHICH = "想加入哪一支？请写队名，例如“平安巡逻队”；发“志愿队”可以看全部。"
WHICH_LEFT = "想退出哪一支？请写队名。"
NOT_REGISTERED = "好的，没有登记，也没有入队。想好了再发一次就行。"
ONLY_PEOPLE = "志愿队由居民本人加入；请先发“切换 本人姓名”。"
_NUMERALS = str.maketrans("一二三四五六七八九", "123456789")
_CENTRE = "社区志愿者指导中心"


def listed(teams: Sequence[Team]) -> str:
    """All teams by station."""
    sorted_by_number = sorted(teams, key=lambda one: one.station.translate(_NUMERALS))
    stations = [(name, list(group)) for name, group in groupby(sorted_by_number, key=lambda one: one.station)]
    volunteers = sum(one.members for one in teams)
    lines = [f"{_CENTRE}：{len(stations)} 个站、{len(teams)} 支队、{volunteers} 人次在队。"]
    for station, own in stations:
        named = "、".join(f"{one.name}（{one.members}人）" for one in own)
        lines.append(f"{station or '其他'}：{named}")
    lines.append("发“加入 队名”入队，发“活动”看最近的活动。")
    return "\n".join(lines)


def unknown(said: str, near: Sequence[Team]) -> str:
    """Refuses a team that is not there."""
    if near:
        return f"没有叫“{said}”的队，您是不是想说“{'”或“'.join(one.name for one in near[:3])}”？"
    return f"没有叫“{said}”的队。发“志愿队”看有哪些。"


def joined(team: Team, number: object | None) -> str:
    """What whoever joined reads."""
    registered = f"您的志愿者编号是 {number}。" if number else ""
    theme = f"（{team.theme}）" if team.theme else ""
    told = "已经告诉队长。" if team.captain else ""
    return f"欢迎加入{team.name}{theme}！{registered}{told}发“活动”看最近的活动。"


def in_already(team: Team) -> str:
    """Refuses to join twice."""
    return f"您已经在{team.name}里了。想退出，发“退出 {team.name}”。"


def left(team: Team) -> str:
    """What whoever left reads."""
    return f"您已退出{team.name}，已经记下的时长和积分都不变。想回来，发“加入 {team.name}”。"


def not_in(team: Team) -> str:
    """Refuses to leave what one is not in."""
    return f"您不在{team.name}里。想加入，发“加入 {team.name}”。"


def captain_stays(team: Team) -> str:
    """Refuses a captain's leaving."""
    return f"您是{team.name}的队长，请先请网格员在登记表里换队长，再退出。"


def told_joined(team: Team, name: str) -> str:
    """What the captain reads of somebody new."""
    return f"{name} 加入了{team.name}，现在 {team.members + 1} 人。请和 ta 打个招呼。"


def told_left(team: Team, name: str) -> str:
    """What the captain reads of somebody who left."""
    return f"{name} 退出了{team.name}，现在 {max(0, team.members - 1)} 人。"


def register(team: Team) -> str:
    """Asks for the registration that comes with the first team."""
    return (
        f"加入{team.name}：第一次入队要登记为志愿者。我会保存您的名字、队伍和服务时长，只用来算时长和开志愿证明，"
        "随时可以退出。同意吗？回复“是”或“不是”。"
    )
