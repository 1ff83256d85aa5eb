"""What the desk says."""

from collections.abc import Mapping

from domain.decision import Target
from domain.register.sheets import ROLE_NAMES

TITLE = "工作台"
NEVER = "还没有过"
WHERE_THE_LINK_IS = (
    "请回到启动机器人的窗口，打开“gridbot desk”后面的那个链接。链接每次启动都会换；半小时没有操作，也要重新打开一次。"
)
PARTS = ("日常", "加分", "减分", "服务", "核实", "成效")
"""The parts of the menu, in the order of ``Part``."""
WRONG_KEY = "这个链接不对，或者已经过期了。请回到启动机器人的窗口，打开“gridbot desk”后面最新的那个链接。"
NOT_HERE = "这里没有您要的页面，请从工作台的菜单里打开。"
NOT_YOURS = "这一页不归您的角色管，请找管理员。"
UNFIT = "这张表填得不完整，请退回上一页再填一次。"
BAD_FORM = "这张表已经过期了，什么也没有改。请退回上一页，刷新后再试。"
FAULT = "刚才没有办成，请稍后再试一次；总是这样的话，请看启动窗口里的最后几行。"
ECHOES = "这里面有一段和举报的原话一模一样，别人看到会猜出是谁，所以没有做。请换成自己的话。"
MOVED = "就在刚才有别的改动，这一步没有做。请看看现在的样子，再决定一次。"

CHANNELS = {"simulator": "演练", "wechaty": "个人微信", "wecom": "企业微信", "manual": "手工"}
TARGETS = {
    "staff_group": "工作群",
    "room": "群",
    "subject": "一位居民",
    "staff": "一位工作人员",
    "account": "一位聊天的人",
}
WAITS_FOR_PUBLISHING = "现在是“暂停发布”：发到居民群里的话先排着，恢复发布以后才发出去。"


def role(name: str) -> str:
    """A role as people call it."""
    return ROLE_NAMES.get(name, name)


def channel(name: str) -> str:
    """A channel as people call it."""
    return CHANNELS.get(name, name)


def target(to: Target, grids: Mapping[str, str]) -> str:
    """Whom a message is for; a single person is never named."""
    if to.kind == "grid":
        return f"{grids.get(to.id, to.id)}群"
    return TARGETS[to.kind]


def wait(seconds: int) -> str:
    """Too many wrong keys."""
    return f"链接错得太多了，请等 {seconds} 秒再打开。"
