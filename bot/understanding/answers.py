"""Yes, no and one of several choices, as whole messages."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.understanding.folding import fold

_FILL = (
    r"(?:[^\w👌👍🙆❌🙅✅]|\ufe0f|吧|啊|嘛|呢|噶|嘎|咯|哈|呀|哦|喽|了|啦|的|滴|撒|嘞|哇"
    r"|哎|唉|诶|喂|呃|额|谢谢(?:你|您)?|麻烦(?:你|您)?了?|[没莫]得?事|我|就|那|这个|这样|一下|一哈|小信)*"
)
_YES = (
    "是|对|对头|没错|不错|确认|确定|确认无误|好|好说|嗯+|恩+|唔|👌|👍|🙆|✅|ok|okay|okk|yes|y|可以|要得|行"
    "|得行|得|中|同意|办|办理|提交|继续|签|"
    "还在|在|满意|办好|弄好|要|需要|成|就这么办|就这么定|这么办|没问题|没有问题|没得问题|是这样|就这样|就这个|整|弄|阔以|好滴|(?:确认|确定)(?:加分|扣分|加|扣|兑换|登记|绑定|报名|办理|发布|发送|删除|解绑|注销|退出|领取|核销|签到|记分)|没有错|没毛病|整嘛|[就]?照办"
)
_NO = (
    "不是|不在|不满意|[没莫](?!错|问题|事|得问题)(?:办好|弄好)?|还[没莫](?:有|办好|弄好|好)?|不对|不好|下次|下回|以后再说|取消|取消掉|算|算[球逑毬]|不用|不要|不[要用](?:整|弄|办|搞|加|扣|换|兑|签|报|发|登记|提交|绑|删|登)|不需要|不|否|no|n|[莫别不]搞|莫整|莫弄|莫|别弄|别|不弄|不整|不办"
    "|不换|不签|不报|不想[换签报办弄要整]?|不行|不可以|错|[弄搞打写说发填选点认找报登看]错|不是(?:这个|那个|他|她|这|那)(?:人|家|户|位|样|条|件)?|等(?:一?下|会儿?|一会儿?)(?:再说|再办|再弄|再整)|[先再](?:想想|想一想|看看|考虑考虑|考虑一下)|"
    "不同意|放弃|撤销|不确认|不提交|先不[用要弄整换签办报]?|暂时不用|没有(?!错|问题)|[没莫]得?必要|[莫别]忙|[莫别]慌|再说|改天|等等|不必|不得行|❌|🙅|免|停"
)
_ANSWER = {
    "decline": re.compile(rf"{_FILL}(?:(?:还是)?(?:{_NO}){_FILL})+", re.IGNORECASE),
    "confirm": re.compile(rf"{_FILL}(?:(?:{_YES}){_FILL})+", re.IGNORECASE),
}
_WAVE = re.compile(
    r"(?:[^\w]|那|还是|我|就|先)*(?:算[了球逑毬]|取消|放弃|撤销|[莫别]|再说|改天|下[次回]|以后再|等等|[莫别]?停|不[办弄整搞]"
    r"|不(?:想)?(?![用要是对好需想在见])\w{1,4}了).{0,8}"
)
_BACKING_OUT = re.compile(
    r"(?:那|还是|就|我|算[了咯]|[^\w])*不(?:想|要)?再?(?:举报|投诉|反映|报名|申诉|调解|求助|绑定|预约|兑换|换|报|办|弄|说)了"
    r"(?:[^\w]|吧|嘛|噶|谢谢)*"
)
_LONG = 16
_DIGITS = "零一二三四五六七八九"
_NUMBERED = re.compile(
    r"(?:我|就|选|要|是|说的|的)*第?\s*([1-9一二三四五六七八九])\s*(?:个|号|位|家|条|项|种|那|吧|的|嘛|啊|[^\w])*"
)
_POINTED = re.compile(
    r"^(?:我|就|选|要|是|说的是|说)*(.*?)(?:(?:的?那|这)(?:个|位|家|条|项|种)?|的|吧|嘛|啊|[^\w）)])*$"
)
_ENOUGH = 2
"""So many characters of a choice name it."""


def yes_or_no(folded: str) -> str:
    """``confirm`` or ``decline`` where the whole message is one, else an empty text."""
    if len(folded) > _LONG:
        return ""
    return next((answer for answer, pattern in _ANSWER.items() if pattern.fullmatch(folded)), "")


def heard(folded: str, yes: str, no: str) -> bool | None:
    """A yes or no in the words that one question takes besides the ordinary ones."""
    if len(folded) > _LONG:
        return None
    if no and _in_own_words(_NO, no).fullmatch(folded):
        return False
    return True if yes and _in_own_words(_YES, yes).fullmatch(folded) else None


@lru_cache(maxsize=64)
def _in_own_words(common: str, own: str) -> re.Pattern[str]:
    return re.compile(rf"{_FILL}(?:(?:还是)?(?:{own}|{common}){_FILL})+", re.IGNORECASE)


def waves_away(folded: str) -> bool:
    """Whether somebody wants no more of a matter, whatever was asked about it."""
    return len(folded) <= _LONG and bool(_WAVE.fullmatch(folded))


def backs_out(folded: str) -> bool:
    """Whether somebody who was asked for words wants no more of it (算了，不举报了)."""
    return len(folded) <= _LONG and bool(_BACKING_OUT.fullmatch(folded))


def chosen(said: str, choices: Sequence[str]) -> str | None:
    """The choice that is meant: by its number in any form, or by a piece of it that no other choice has."""
    folded = fold(said).strip()
    if numbered := _NUMBERED.fullmatch(folded):
        digit = numbered[1]
        number = int(digit) if digit.isdigit() else _DIGITS.index(digit)
        return choices[number - 1] if number <= len(choices) else None
    pointed = _POINTED.match(folded)
    piece = pointed[1] if pointed else folded
    found = [one for one in choices if len(piece) >= _ENOUGH and piece in fold(one)]
    return found[0] if len(found) == 1 else None
