"""Free words of the sender's own: what a matter, a reason, a remark, a complaint or a question is, and what is none."""

import re

from bot.understanding.lexicon import NAME, trimmed

COURTESY = re.compile(
    r"(?:[^\w]|[吧嘛哈啊呢噶呀哦喽咯啦嘞]|一下|一哈|(?:可以|行|好|得)[吗不]|谢谢(?:你们?|您|了|啦)?|麻烦(?:你|您)?了|多谢|辛苦了)+$"
)
_TURN = 16
"""The last words of a complaint say whether it was a question."""
_PERSONAL = re.compile(
    r"^我(?:们家|家|们)?(?=.)|^(?:请问|想?(?:晓得|知道)|如果|要是|万一|假如|那|哈|家里|[你您]?(?:看看|瞧瞧|算算))"
)
_NO_MATTER = re.compile(
    rf"^(?:给|帮|对|为)(?:{NAME}|我|我家)?$|(?:没有?|没给我?|不给我?|为什么不|为啥不|咋个?不)$|"
    r"^(?:我|你|他|她|谁|哪个|有?(?:哪些|什么|啥子?|哪样|些什么)|本月|这个月|上个?月|今年|去年|现在|一共|总共|目前|到底|会|要|被|还|能|可以|这次|刚才|昨天|今天|为什么|凭什么|凭啥|为啥|怎么|咋个|咋|才|才能)*$"
    r"|(?:扣|加|罚|减|得|积|攒|挣|拿)$|被$|积分|一共|总共|我(?:被|还|现在|又|得)|给我$|个月|上月|季度|今年|去年|[,，。;；\s](?:我|现在|目前|还)"
)


def is_courtesy(folded: str) -> bool:
    """Whether nothing but thanks and particles is said."""
    return bool(COURTESY.fullmatch(folded))


def matter(folded: str, raw: str) -> str | None:
    """What somebody asks the points of; None where they ask about their own."""
    lead = _PERSONAL.match(folded)
    start = lead.end() if lead else 0
    name = re.sub(
        r"(?:的话|一次|[^\w]|呀|哦|嘛|噶|吧|哈|啊|呢|谢谢你?|可以吗|一下|[加扣]分(?:吗|么|不|没)?|会被|要被|是|会|要|能|该|应该|可以|得|又|了)+$",
        "",
        folded[start:].strip(),
    )
    if len(name) < 2 or _NO_MATTER.search(name):
        return None
    return trimmed(raw[start : start + len(folded[start:]) - len(folded[start:].lstrip()) + len(name)]) or None


def deed(folded: str, raw: str) -> str | None:
    """What somebody asks the points of, where "I have" or "I am at" some points could be meant as well."""
    return (
        None
        if re.search("^(?:[你您]?(?:看|瞧|查|算|说)|我|俺|咱)|现在|目前|还$|名下|[我俺咱]们?[家店的]", folded)
        else matter(folded, raw)
    )


def grounds(folded: str, raw: str) -> str:
    """Why somebody objects, without a lead-in; it may be left out."""
    found = re.match(r"[\s,，:：]*(?:我?的?理由|原因)(?:是|为|就是)?[\s,，:：]*", folded)
    at = found.end() if found else 0
    return "" if is_courtesy(folded[at:]) else trimmed(raw[at:])


def remark(folded: str, raw: str) -> str | None:
    """What follows a verdict or a vote; a question or a mere adverb (属实离谱) is none."""
    if re.fullmatch(r"[^\w]*(?:[嘎噶嘛吧啊呢哈的了哦呀咯啦]|谢谢)*[^\w]*", folded):
        return "" if not re.search("[?？]|[吧么]", folded) else None
    if re.match(r"(?:吗|么|不|没|否|吧\s*[?？]?$)", folded) or re.fullmatch(r".{0,6}[?？]+\s*", folded):
        return None
    if not re.match(
        r"[^\w]|已|现|经|当|确|但|不过|人|他|她|我|没|去|看|也|因|都|就|是|只|证据|照片|监控|名单|黑榜|红榜", folded
    ):
        return None
    found = re.match(r"[^\w]*(?:[嘎噶嘛吧啊呢哈的了]+(?=[\s,，。!！]))?", folded)
    return trimmed(raw[found.end() if found else 0 :]) or None


def complaint(folded: str, raw: str) -> str | None:
    """What somebody complains of; a question about reporting itself is no complaint."""
    if re.match(
        r"(?:有误|不?属实|不实|错了|了|的|过|到哪|[办查处]理?得|(?:处理|办|查|整|核实)[好完清]|电话|热线|有奖|有用|奖励|吗|么|没用|进度|人)"
        r"|会不会被|会被(?:人|谁|发现|知道|晓得|报复|查)|要不要实名|要实名|保密|安全吗|有没有(?:奖|用)|有[什啥]么?(?:奖|好处|用)"
        r"|(?:一?[个件点些]|这个|那个|事情|事儿?|儿|情况|问题|线索|现象|一下|[吧啊呀哈呢嘛]|[^\w])+$|.{0,4}(?:怎么|咋个)(?:弄|办|写|填|用)",
        folded,
    ):
        return None
    return trimmed(raw) or None


def grievance(folded: str, raw: str) -> str | None:
    """What somebody complains of before saying so; whoever dares not, or asks whether, complains of nothing."""
    if re.search(
        r"(?:不|没|别|莫|谁|哪个|怎么|咋个|咋|如何|可以|能|被|吗|哪里|哪点|在哪)(?:我|去|要|想|来|敢|有|能|能不能)?$",
        folded.rstrip()[-_TURN:],
    ):
        return None
    if re.search(
        "(?:我|你|他|她|谁|人家|别人|大家)的$|被(?:人|谁|别人|人家|邻居|他|她|哪个)$", folded.rstrip()[-_TURN:]
    ):
        return None
    if re.match(r"\s*(?:谁|哪个|哪些人|有谁)(?:会|能|可以|都)?(?:看|知道|晓得)", folded):
        return None
    if re.fullmatch(
        "(?:我|们|想|要|跟|给|向|和|同|找|你们?|您|社区|物业|网格员?|大家|领导|书记|同志)+", folded.strip()
    ):
        return None
    return complaint(folded, raw)


def question(folded: str, raw: str) -> str | None:
    """A question, without a lead-in."""
    found = re.match(r"(?:举报人|一下|一句|他|她|[\s,，:：])*", folded)
    return trimmed(raw[found.end() if found else 0 :]) or None
