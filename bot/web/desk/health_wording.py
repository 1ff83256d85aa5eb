"""How the bot does, in plain words, and what to do where something is wrong."""

from collections.abc import Sequence
from datetime import datetime

from bot.web.desk.wording import NEVER, channel
from domain.register.sheets import ROLE_NAMES
from domain.roles import Role

INBOUND, OUTBOUND = "最近收到", "最近发出"
QUEUE, IN_DOUBT, DEAD = "排队待发", "不知发没发出去", "发不出去"
CALENDAR, PROOF, DISK, BACKUP = "定时事务", "账本校验", "磁盘空间", "备份"
RUNNING = "按时进行"
PUBLISHING = "往群里发布"
HELD_BACK = "已暂停"
HELD_BACK_TODO = "要发到居民群里的都停着，到“日程”点“恢复发布”。"
DECIDERS = "月结和评榜"
DECIDERS_TODO = "请在登记表里写上，导入，再到“人员与角色”绑好账号；没有的时候到期只公布数字，扣分不入账。"
PAUSED = "已暂停：电脑的时钟跳了一天以上"
PAUSED_TODO = "请先看看下面的时钟对不对；对的话点“继续定时事务”，不对就先把电脑时间调好。"
MISSED_TODO = "到“日程”页看一看，选补发还是不补。"
NO_PROOF = "还没有校验过，每天凌晨三点会自动做"
PROOF_TODO = "昨夜没有校验，请看看机器人夜里是不是开着；现在也可以点“校验一遍”。"
DISK_TODO = "磁盘快满了，请清理这台电脑，留出至少 2 GB。"
DRILL_BACKUP = "演练不自动备份"
NO_BACKUP = "还没有备份，每天凌晨会自动做一份"
BACKUP_TODO = "请运行 gridbot backup 做一份备份，再抄到别的盘或优盘上。"
BOOK, BOOK_WRITTEN = "账本写入", "正常"
BOOK_TODO = "多半是磁盘满了或数据库停了：没记进去的一笔也没有留下，腾出空间、恢复数据库以后，请大家把刚才的话再发一遍。"
POSERS = "冒用名字"
POSERS_TODO = "请群主核对，并请那个人改名。机器人只认账号，不认昵称，积分没有受影响。"
IN_PRIVATE, UNBOUND_ROOM, STAFF_ROOM = "私聊（{channel}）", "一个还没绑定的群", "网格员工作群"
STRANDED = "没有门能送到"
STRANDED_TODO = "到“待确认的发送”页看是谁、该怎么办：多半是群还没绑定，或者那位居民、工作人员还没跟机器人说过话。"
PASTES = "待粘贴、待确认"
PASTES_TODO = "到“转发稿”页看：要贴的复制进群里，再点“已发出”；等群主确认的请他点一下。网格员的“今日”里也有。"
QUEUE_TODO = "排队的有点多，请看看渠道是不是在线。"

CHANNEL_STATE = {
    "connecting": "正在连接",
    "scan": "等待扫码登录",
    "online": "在线",
    "offline": "不在线",
    "refused": "被平台拒绝",
}
CHANNEL_TODO = {
    "connecting": "请等一两分钟；一直连不上就看看网络。",
    "scan": "请用机器人的微信扫下面的二维码，并在手机上点确认。",
    "offline": "请看看网络和网关程序是不是开着。",
    "refused": "账号被平台拒绝了，请先用手机登录看看提示，再重启机器人。",
}

__all__ = ["NEVER"]
RULES = "规则"
RULES_WAIT = "文件夹里有一版还没有人同意的规则"
RULES_OLD = "通过满一年了"
RULES_RENEW = "请居民会议看一遍，不改的也到“规则版本”登记、提请一次；在这以前照现在的办"
RULES_TODO = "现在照原来的规则办；到“规则版本”看看，改好以后提请两人同意"


def moment(at: datetime) -> str:
    """A moment, short."""
    return f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}"


def channel_title(name: str) -> str:
    """The line of a channel."""
    return f"渠道：{channel(name)}"


def count(number: int) -> str:
    """How many messages."""
    return f"{number} 条"


def not_written(at: str) -> str:
    """Since when the book cannot be written."""
    return f"写不进去（{at}）"


def posers(places: Sequence[str]) -> str:
    """Where somebody goes by the bot's name."""
    return f"有人的昵称和机器人一样：{'、'.join(places)}"


def stranded(number: int) -> str:
    """How many people and groups something waits for in vain."""
    return f"{number} 处有话等着"


def pastes(number: int) -> str:
    """How many texts somebody has to paste."""
    return f"{number} 份"


def free(gigabytes: float) -> str:
    """What is left of the disk."""
    return f"还剩 {gigabytes:.1f} GB"


def missed(number: int) -> str:
    """Periods that wait for a decision."""
    return f"{number} 期错过了，等您决定"


def doubt_todo(number: int) -> str:
    """What to do about messages in doubt."""
    return "到“待确认的发送”页，看看群里有没有，再选已发出或重发。" if number else ""


def dead_todo(number: int) -> str:
    """What to do about dead letters."""
    return "到“待确认的发送”页，选重发或放弃。" if number else ""


def waits_for(missing: Sequence[Role]) -> str:
    """Who has to be there before anything can be decided."""
    return f"等着：还没有{'和'.join(ROLE_NAMES[one] for one in missing)}，没有人能凑够两人表决"


def broken(count: int) -> str:
    """How much is wrong in the folder of rules."""
    return f"文件夹里的规则有 {count} 处写错"
