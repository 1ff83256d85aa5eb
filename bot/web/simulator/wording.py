"""What the simulator's API says when a call cannot be carried out."""

NO_PERSON = "没有这个人"
NO_GRID = "没有这个网格"
NO_MESSAGE = "这个会话里没有这条消息"
NO_SCENE = "scene 请写 group 或 private"
NOT_YOURS = "只能撤回自己发的消息"
NOTHING_SAID = "请写 text 或 image"
BAD_JSON = "请求内容不是 JSON 对象"
BAD_IMAGE = "图片请用 base64 的 JPEG 或 PNG，不超过 10 MB"
BAD_TIME = "时间请写成带时区的 ISO 8601，例如 2026-11-23T10:00:00+08:00"
BAD_STEP = "step 请写 days:N、next_tip、start_of_next_month、start_of_next_quarter 或 start_of_next_year"
BAD_STAFF = "staff 请写 auto 或 none"
BACKWARDS = "时间不能往回调"
BAD_PERSON = "请写 name、role 和 grid；role 与 kind 要用约定的写法"
ALREADY_THERE = "已经有这个人了"
BAD_PHONE = "phone 请写一个完整的手机号或座机号"
BAD_SKILLS = 'skills 请写成几个词的列表，例如 ["法律咨询"]'
BAD_BOUND = "bound 请写 true 或 false"
BAD_SIGNS = "文字里有不能保存的符号，请去掉再试"
FAULT = "刚才没有办成，请稍后再试一次"
NOT_WRITTEN = "账本写不进去，刚才的话没有办，请先看看磁盘满没满，再发一遍"
NOT_HERE = "这里没有您要的内容"
NOT_THIS_WAY = "这个地址不能这样调用"
TOO_HEAVY = "请求太大了，请把图片缩小到 10 MB 以内"
NOT_UNDERSTOOD = "这个请求看不明白"


def not_text(field: str) -> str:
    """A field that should be text."""
    return f"{field} 请写成文字"


def too_long(field: str, longest: int) -> str:
    """A field that is longer than anybody would write."""
    return f"{field} 太长了，请不要超过 {longest} 个字"
