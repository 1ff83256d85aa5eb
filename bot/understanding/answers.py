"""Yes and no, as whole messages."""

import re

_FILL = (
    r"(?:[^\w👌👍🙆❌🙅✅]|\ufe0f|吧|啊|嘛|呢|噶|嘎|咯|哈|呀|哦|喽|了|啦|的|滴|撒|嘞|哇"
    r"|谢谢(?:你|您)?|麻烦(?:你|您)?了?|我|就|那|这个|这样|小信)*"
)
_YES = (
    "是|对|对头|没错|不错|确认|确定|确认无误|好|好说|嗯+|恩+|唔|👌|👍|🙆|✅|ok|okay|okk|yes|y|可以|要得|行"
    "|得行|得|中|同意|办|办理|提交|继续|签|"
    "要|需要|成|就这么办|就这么定|这么办|没问题|没有问题|没得问题|是这样|就这样|就这个|整|弄|阔以|好滴"
)
_NO = (
    "不是|不对|不好|下次|下回|以后再说|取消|取消掉|算|算[球逑毬]|不用|不要|不需要|不|否|no|n|莫整|莫弄|莫|别弄|别|不弄|不整|不办"
    "|不换|不签|不报|不想[换签报办弄要整]?|不行|不可以|错|弄错|搞错|"
    "不同意|放弃|撤销|不确认|不提交|先不[用要弄整换签办报]?|暂时不用|没有|[没莫]得?必要|再说|改天|等等|不必|不得行|❌|🙅|免|停"
)
_ANSWER = {
    "decline": re.compile(rf"{_FILL}(?:(?:还是)?(?:{_NO}){_FILL})+", re.IGNORECASE),
    "confirm": re.compile(rf"{_FILL}(?:(?:{_YES}){_FILL})+", re.IGNORECASE),
}
_LONG = 16


def yes_or_no(folded: str) -> str:
    """``confirm`` or ``decline`` where the whole message is one, else an empty text."""
    if len(folded) > _LONG:
        return ""
    return next((answer for answer, pattern in _ANSWER.items() if pattern.fullmatch(folded)), "")
