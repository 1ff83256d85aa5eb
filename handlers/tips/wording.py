"""What reporters and those who check tip-offs read."""

from collections.abc import Mapping
from datetime import date

from domain.roles import Role
from domain.rules.rewards import TipReward
from domain.tips.case import TipCase
from domain.tips.receipts import shown
from domain.tips.wording import STATES

LIMITS_OF_IT = (
    "我们只把内容交给核查人，不保存您的账号与这件事的对应关系。微信/企业微信平台仍知道您给我发过消息；"
    "请不要写只有您知道的细节，不要发语音和原图。需要更强保护，请用社区意见箱或 12345。"
)
LIMITS_ON_PAGE = (
    "我们只把内容交给核查人，不保存您的网络地址、浏览器和这件事的对应关系。上网服务商仍知道您打开过这个网址；"
    "请不要写只有您知道的细节。需要更强保护，请用社区意见箱或 12345。"
)
_RATHER_A_VOUCHER = "常反映同一家的，奖励请领不记名券换东西，不要入账。"
_PAGE = "不想让微信知道您发过消息，可以打开 {page} 来说，不用登录。"
WHAT = f"哪里、什么时候、什么事？不用写是谁，10 分钟内发给我就行，不发就当没说过。{LIMITS_OF_IT}"
CLOSED = "这里还没有备好收举报的钥匙，所以现在不收，也没有记下您说的话。请用社区意见箱，或者打 12345。"
OUTSIDE = "您说的事牵涉到这里所有能核查的人，我没有记下来，也不会转给谁。请打 12345；反映公职人员请打 12388。"
LIMITS = {
    "day": "您今天已经发了 3 条，今天不再收了，明天可以接着发；急事请打 12345，着火、伤人请打 119 或 110。",
    "week": "您这一周已经发了 10 条，过几天可以接着发；急事请打 12345，着火、伤人请打 119 或 110。",
    "all": "今天收到的已经满了，请明天再发；急事请打 12345，着火、伤人请打 119 或 110。",
}
TWICE = "这句话您今天已经发过，已经收下了，不用再发。想补充的话发“补充”加回执号。"
HIDE = "您写的话里有能认出您的地方（姓名、住处或号码），我先隐去了再转。要隐去吗？回复“是”；照原话转请回复“不用”。"
NOW = "这件事可能有危险，正在着火、伤人请先打 119、110。要马上转吗？时间可能指向您。回复“是”马上转，“不用”就随 9:10 或 16:10 那一批转。"
TELL = (
    "要我主动告诉您进展吗？回复“是”（不回也算），回信的路封着，办结就删；回复“不用”就只凭回执号查，我这里不留回信的路。"
)
PHOTO = "有照片的话，10 分钟内发来一张就行（我会去掉照片里的地点和时间）；没有请回复“不用”。"
NO_PHOTO = "好的，就这样。"
KEPT = "好的，隐去了再转。"
AS_WRITTEN = "好的，照您的原话转。"
HANDED = "已经马上转给核查人。"
WITH_BATCH = "好的，随下一批转。"
TOLD = "好的，有进展我私聊告诉您。"
BY_RECEIPT = "好的，以后只凭回执号查，我这里不留回信的路。"
NOT_ADDED = "这句没有记进去，要补充请发“补充”加回执号和内容。"
WORDS_FIRST = "照片先不急，请先用文字说。"
PHOTO_TAKEN = "照片收到了，会一起转给核查人。"
PHOTO_MORE = "照片收到了，会一起转给核查人。还有的话接着发，没有就不用回。"
OVER = "这件事已经办结或撤回了，没有改动。还有情况请重新举报。"

UNKNOWN = "没有查到这个回执号：可能写错了，也可能已经过期。请对照收到的那条再发一次；还是不行，请重新举报。"
WAIT = "刚才几次都没有对上，请过 {seconds} 秒再试。"
NEED = "请把 16 位回执号一起发给我，例如“{words} 3847 1029 5561 0923”。忘了就往上翻我们的聊天记录，我这里没有留，找不回来。"
ASKED_MORE = "核查人想多了解一点：哪里、什么时候、看到了什么？请发“补充”加回执号和内容。"
TO_ADD = "要把这些话也告诉核查人，请发“补充”加回执号和内容。"
REWARD_WAITS = "有一份奖励可以领，{until}前发“领取奖励”加回执号。"
SATISFIED = "这样处理您满意吗？回复“是”或“不是”，只记一个数。"
THANKS = "谢谢，记下了一个数，别的什么都没有记。"

PHOTO_OR_WORDS = "要补充什么？10 分钟内把文字或照片发给我就行。"
ONLY_BY_RECEIPT = "这条只凭回执号查，我这里不留回信的路。"
QUESTION = "【举报追问】"
ADDED = "收到了，会随下一批转给核查人。"
CASE_CLOSED = "这件事已经办结了，不能再补充。要是又发生了，请重新发“举报”加内容。"
TOO_LATE = "这件事已经办结了，撤不回来；内容、照片到期会自己删掉，谁也看不到是谁反映的。"
WITHDRAW = "撤回以后，内容、照片和回执都会删掉，找不回来。确定撤回吗？回复“是”或“不是”。"
STAYS = "好的，没有撤回。"
WITHDRAWN = "已经撤回：内容、照片、回信的路和回执都删掉了，只剩当月收到几件的一个数。"

NOBODY_YET = "还没有人看过。每天 9:10 和 16:10 各转一批。"
NO_REWARD = "这个回执号现在没有可以领的奖励：可能还没核实、不在奖励范围、已经领过，或者过了 60 天。可以发“举报进度”加回执号看看。"
NO_VOUCHER = "这一周的券还没有或者已经发完了，您的奖励还留着，下周再来领就行。"
TAKE = "奖励是一张不记名券，价值 {points} 分的东西，不进任何账户，谁拿着都能用，券码只显示这一次。现在领吗？回复“是”或“不是”。"
NOT_TAKEN = "好的，先不领，奖励给您留着。"
POOLED = "好的，放进去了。入账前不会再提起，也没有记下是哪一件；入账那天也不会发消息，过后发“积分明细”能看到。"
POOL_ONLY = "这里的奖励只能月底入账，要先绑定居民身份：发“绑定 姓名 楼栋房号”，60 天内再来领，奖励给您留着。"

EXACT = "请只回复“属实”“不属实 原因”或“无法核实”，我才记；现在什么都没有记。"
WHY = "请说一句为什么不属实，例如“没有看到”。"
VOTED = "您已经核实过属实了，这件事要两个人核，正等另一人答复。"
SUPERVISOR = "这件事已经有结论了。要改结论，请监督员回复，例如“核实 {code} 不属实 原因”。"
SAME = "这件事现在就是这个结论，没有改动。"
NOT_YOURS = "没有找到等您答复的 {code}。发“今日”看看等您办的事。"
WHICH = "请写上是哪一件，例如“追问 T7K3P 请问大概几点”；发“今日”能看到编号。"
NOT_WHO = "不能问举报人是谁、住哪里、怎么联系，这句没有转。请只问事情：哪里、什么时候、看到了什么。"
ASKED = "已经转问。对方不一定看得到、也不一定答，请按期到现场看。"
_ROLES: Mapping[Role, str] = {
    "grid_worker": "网格员",
    "property": "物业",
    "supervisor": "监督员",
    "secretary": "书记",
    "partner": "合伙人",
}
_DECIDED = {
    "confirmed": "{code} 记为属实。要扣分，请凭自己现场看到的另外登记，备注里不要写时间和从哪里看到的。",
    "rejected": "{code} 记为不属实，不会扣谁的分。",
    "unclear": "{code} 记为无法核实，不会扣谁的分。",
    "once_confirmed": "{code} 您已核实属实，还要另一人也核实才算数。",
}


def limits(*, on_page: bool, unnamed: bool, page: str) -> str:
    """What cannot be promised; who asks not to be named is told of the page without an account, where there is one."""
    if on_page:
        return LIMITS_ON_PAGE
    return LIMITS_OF_IT + (_PAGE.format(page=page) if unnamed and page else "")


def what(known: str) -> str:
    """The one question, with what cannot be promised."""
    return WHAT.replace(LIMITS_OF_IT, known)


def receipt(digits: str, known: str = LIMITS_OF_IT, *, unnamed: bool = False, pooled: bool = False) -> str:
    """The first answer to a tip: the receipt, what it is for, and what cannot be promised where that is not known."""
    lines = [
        f"收到了。回执号 {shown(digits)}，只显示这一次，请抄下来。",
        "查进度发“举报进度”加回执号，补充发“补充”加回执号，不想报了发“补充”加回执号和“撤回”。",
        ONLY_BY_RECEIPT if unnamed else "",
        known,
        _RATHER_A_VOUCHER if pooled else "",
    ]
    return "\n".join(line for line in lines if line)


def pool(terms: TipReward) -> str:
    """What the month-end pool is, asked before the voucher."""
    when = [f"登记满 {terms.cover_min_registered_months} 个月"] if terms.cover_min_registered_months else []
    when += ["当月有加分"] if terms.cover_requires_positive_record_this_month else []
    only = "、".join([*when, "这个季度还没得过"])
    return (
        f"月底随大家一起入账？回复“是”：在某个月的最后一天，和当月抽中的邻居一起记一笔同样的 {terms.points} 分，名目都一样，不发消息；"
        f"只在您{only}的月底入，可能晚几个月，一年里都不合适就作废。回复“不用”：领不记名券，不进任何账户。"
        "常反映同一家的，请领券。"
    )


def day(on: date) -> str:
    """A day as people say it."""
    return f"{on.month}月{on.day}日"


def status(case: TipCase, until: date | None) -> str:
    """How far a tip has come, in its status word."""
    lines = [f"进度：{STATES[case.state]}。"]
    if case.state == "asked":
        lines.append(ASKED_MORE)
    if until:
        lines.append(REWARD_WAITS.format(until=day(until)))
    return "\n".join(lines)


def viewers(seen: Mapping[Role, int]) -> str:
    """How many people in which role have read it."""
    if not seen:
        return NOBODY_YET
    roles = "、".join(f"{_ROLES.get(role, role)} {count} 人" for role, count in seen.items())
    return f"到现在有 {sum(seen.values())} 人看过：{roles}。每次打开都记在案。"


def voucher(code: str, points: int, until: str) -> str:
    """The code, shown once."""
    on = date.fromisoformat(until)
    return f"券码 {code[:4]} {code[4:]}，值 {points} 分的东西，{on.year}年{day(on)}前用。只显示这一次，请抄下来；谁拿着都能用，拿到社区合伙人那里换（发“合伙人”看有谁）。"


def decided(code: str, state: str) -> str:
    """What whoever decided reads."""
    return _DECIDED[state].format(code=code)


def second(code: str) -> str:
    """What the other recipient of a serious matter reads."""
    return f"【举报核实】{code}\n另一位核查人已核实属实。这件事要两个人核，请您也到现场看过再答复。\n回复：属实 / 不属实 没有看到 / 无法核实"


def outcome(state: str, note: str) -> str:
    """What the reporter reads at the end."""
    said = {"confirmed": "已核实，属实", "rejected": "已核实，没有发现所反映的情况", "unclear": "已核查，暂时无法核实"}
    more = f"{'处理' if state == 'confirmed' else '说明'}：{note}。" if note else ""
    then = "可以看结果和有没有奖励" if state == "confirmed" else "可以看结果"
    return f"您反映的事：{said[state]}。{more}发“举报进度”加回执号{then}。"


def question(code: str, words: str) -> str:
    """A recipient's question, as the reporter reads it."""
    return f"{QUESTION}{code}\n核查人想问：{words}\n引用这条直接回答就行，不用写您是谁；也可以发“补充”加回执号和内容；不想答可以不理。"
