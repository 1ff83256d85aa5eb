"""What the rewards shop says."""

from collections.abc import Sequence
from datetime import date

from domain.decision import Card
from domain.rules.rewards import Fulfil, Reward
from domain.shop.fifo import Share
from domain.shop.times import Times, moment_of, shown
from domain.shop.voucher import Voucher

ENOUGH, STILL = "【够换】", "【还差一些】"
NOTHING = "现在没有您这一类可以换的东西，有了会在群里告诉大家。"
HOW = "想换就发“兑换 名称”，例如：兑换 {title}"
GONE = "这个月换完了"
WHICH = "没有叫这个名字的，您是不是想换下面的？请回复前面的数字，都不是就回“算了”。"
WHOLE_NUMBER = "份数要写大于 0 的整数，没有换。例如：兑换 理发券 1"
PICTURE = "兑换券.png"
NOT_NOW = "好的，没有换，积分没有动。"
NO_VOUCHERS = "您手上没有兑换券。想看能换什么，发“兑换”。"
WHICH_RETURN = "要退哪一张？请回复前面的数字，不退了就回“算了”。"
NOTHING_TO_RETURN = "您没有可以退的券。发“我的券”看看每张的状态。"
UNKNOWN = "没有找到您名下的这张券，请核对券码，发“我的券”可以看到。"
BAD_CODE = "这张券现在不能核销：可能用过、过期、退掉了，或者不在您这里用。请让对方发“我的券”看看。"
BAD_CODE_SINCE = BAD_CODE + "（最近变动：{day}）"
NO_CODE = "请把券码一起发来，例如：核销 V8K2 M4QX"
BEARER_USED = "核销好了：这是一张不记名券，值 {points} 分的东西，请拿给对方。"
NO_TIME = "没看懂是什么时间，还没有约。请写哪天、几点到几点，例如“周六14点到16点”；想以后再约，回“算了”。"
LATER = "好的，想好时间再发“兑换 {title}”，券先给您留着。"
USE: dict[Fulfil, str] = {
    "voucher": "到店出示券码，由店里核销。",
    "booking": "到时间出示券码就行。",
    "pickup": "到物业或社区领取时出示券码。",
    "credit": "网格员会来办理，办好后核销这个券码。",
}
_RETURNED = {False: "24 小时内可以退", True: "没约时间的 24 小时内可以退，约好的提前 24 小时以上可以退"}
STATES = {"issued": "可用", "used": "已用", "returned": "已退", "expired": "已过期"}


def day(on: date) -> str:
    """A day as people read it."""
    return f"{on.month}月{on.day}日"


def affordable(reward: Reward, left: int | None) -> str:
    """A reward that the points suffice for."""
    stock = "" if left is None else f"（剩 {left}）"
    return f"{reward.title} {reward.cost} 分{stock}"


def too_dear(reward: Reward, missing: int) -> str:
    """A reward that the points do not suffice for yet."""
    return f"{reward.title} {reward.cost} 分，还差 {missing} 分"


def sold_out(reward: Reward) -> str:
    """A reward of which nothing is left."""
    return f"{reward.title} {reward.cost} 分，{GONE}"


def unknown(said: str, there: Sequence[Reward]) -> str:
    """Refuses something the shop does not have, with some of what the points suffice for."""
    some = f"您的分够换的有：{'、'.join(f'{one.title}（{one.cost} 分）' for one in there)}等。" if there else ""
    return f"兑换目录里没有“{said}”，没有换。{some}发“兑换”看看能换什么。"


def short(reward: Reward, count: int, spendable: int) -> str:
    """Refuses for want of points."""
    cost = reward.cost * count
    return f"换{pieces(reward, count)}要 {cost} 分，您可换 {spendable} 分，还差 {cost - spendable} 分，没有换。发“怎么加分”看看怎么攒。"


def out_of_stock(reward: Reward, left: int) -> str:
    """Refuses for want of stock."""
    if left:
        return f"“{reward.title}”这个月只剩 {left} 份，没有换。少换一点，或者发“兑换”看看别的。"
    return f"“{reward.title}”{GONE}，没有换。下个月 1 日会再上，发“兑换”看看别的。"


def too_many(reward: Reward, limit: int, had: int) -> str:
    """Refuses more than a subject may have of one reward in a month."""
    return f"“{reward.title}”每月最多换 {limit} 份，您这个月换了 {had} 份，没有换。发“兑换”看看别的，或者下个月再换。"


def month_full(limit: int, had: int) -> str:
    """Refuses more than a subject may exchange in a month."""
    return f"每月最多兑换 {limit} 份，您这个月换了 {had} 份，没有换。下个月 1 日起又可以换。"


def pieces(reward: Reward, count: int) -> str:
    """The reward and how many of it."""
    return f"“{reward.title}”" if count == 1 else f"“{reward.title}”{count} 份"


def confirm(reward: Reward, count: int, name: str, spendable: int) -> str:
    """Price and balance, and the question."""
    cost = reward.cost * count
    what = pieces(reward, count)
    return (
        f"{name}换{what}，用 {cost} 分；现在可换 {spendable} 分，换完剩 {spendable - cost} 分。换吗？回复“是”或“不是”。"
    )


def confirm_gift(points: int, name: str, spendable: int) -> str:
    """A donation before it is made."""
    return f"{name}把 {points} 分捐给互助池；现在可换 {spendable} 分，捐完剩 {spendable - points} 分。捐吗？回复“是”或“不是”。"


def given(code: object, points: int, spendable: int) -> str:
    """A donation that was made."""
    return f"{code} 谢谢您，{points} 分已捐给互助池，会用来帮助困难邻居。现在可换 {spendable} 分。"


def issued(reward: Reward, codes: Sequence[str], until: date, spendable: int) -> Card:
    """The vouchers that were just issued, and how to use them."""
    lines = (
        *(code_of(code) for code in codes),
        f"有效到 {good_until(until)}。{USE[reward.fulfil]}",
        f"现在可换 {spendable} 分。{_RETURNED[reward.fulfil == 'booking']}，发“退券 {codes[0]}”。",
    )
    return Card(f"【兑换成功】{reward.title}", lines)


def code_of(code: str) -> str:
    """A code that stands alone."""
    return f"券码 {spaced(code)}"


def good_until(until: date) -> str:
    """The last day of a voucher, on its picture."""
    return f"{until.year}年{day(until)}"


def spaced(code: str) -> str:
    """A code in two halves, as it is read aloud."""
    return f"{code[:4]} {code[4:]}"


def when(title: str, code: str, examples: Sequence[Times]) -> str:
    """Asks for the time of a booking."""
    free = "、".join(shown(one) for one in examples)
    return f"“{title}”（{spaced(code)}）想约什么时候？直接发时间就行，例如“周六14点到16点”。" + (
        f"最近空着的：{free}。" if free else ""
    )


def taken(title: str, times: str, others: Sequence[Times]) -> str:
    """The time is not free; three others."""
    hours = f"（开放时间：{times}）" if times else ""
    if not others:
        return (
            f"“{title}”这个时间约不了{hours}，近三周里也没有别的空时间。过几天再发“兑换 {title}”约，或者请网格员帮忙。"
        )
    return f"“{title}”这个时间约不了{hours}。这几个时间空着，请回复前面的数字；都不合适就回“算了”，以后再约。"


def booked(voucher: Voucher, times: Times, place: str) -> str:
    """A booking that stands."""
    return f"约好了：{place} {shown(times)}，券码 {spaced(voucher.code)}。提前 24 小时以上可以退。"


def line(voucher: Voucher) -> str:
    """A voucher in the list of one's own."""
    until = date.fromisoformat(voucher.until_on)
    if voucher.state != "issued":
        return f"{spaced(voucher.code)} {voucher.title} {STATES[voucher.state]}"
    time = f"，约在 {shown((moment_of(voucher.start), moment_of(voucher.end)))}" if voucher.start else ""
    return f"{spaced(voucher.code)} {voucher.title}，有效到 {day(until)}{time}"


def paid_by(deeds: Sequence[tuple[str, Share]], more: bool) -> str:  # noqa: FBT001 - reads as the sentence does
    """The deeds that paid for a voucher, the oldest first."""
    named = "、".join(f"{day(date.fromisoformat(share.earned.on))} {title} {share.points} 分" for title, share in deeds)
    return f"　是用这些换来的：{named}{'等' if more else ''}"


def returned(voucher: Voucher, spendable: int) -> str:
    """A voucher that was given back."""
    return f"{spaced(voucher.code)}“{voucher.title}”退好了，{voucher.cost} 分已还给您，现在可换 {spendable} 分。"


def too_late(voucher: Voucher) -> str:
    """Refuses to take a voucher back after its time."""
    rule = "约好的要提前 24 小时以上退" if voucher.start else "换了 24 小时以内才能退"
    return f"{spaced(voucher.code)}“{voucher.title}”退不了：{rule}。有效到 {day(date.fromisoformat(voucher.until_on))}，可以照常使用。"


def not_open(voucher: Voucher, moved: date | None) -> str:
    """Refuses to take back what is used, returned or expired."""
    since = f"{day(moved)}" if moved else "之前"
    return f"{spaced(voucher.code)}“{voucher.title}”{since}{STATES[voucher.state]}，不能再退。发“我的券”看看其他的。"


def used(voucher: Voucher) -> str:
    """What whoever takes the voucher reads."""
    return f"核销好了：{spaced(voucher.code)}“{voucher.title}”，已告诉对方。"


def was_used(voucher: Voucher) -> str:
    """What the subject reads."""
    return f"您的券 {spaced(voucher.code)}“{voucher.title}”刚刚核销了。不是您本人用的，请马上告诉网格员。"


def low(reward: Reward, left: int) -> str:
    """Tells the secretary that little is left."""
    return f"兑换提醒：“{reward.title}”这个月只剩 {left} 份，需要的话请在工作台“兑换”里补货。"
