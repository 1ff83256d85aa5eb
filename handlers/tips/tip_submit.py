"""The command 举报: the receipt comes first; whatever is asked after it has an answer for who stays silent."""

from domain.command import Command, Where, Words
from domain.decision import Decision
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from handlers.tips.taking import asked_what, must_be_open, settled, taken


async def tip_submit(request: Request, book: Book) -> Decision:
    """Take it, or ask the one question that is missing; then settle how it goes on."""
    text = str(request.slot("content") or request.answers.get("what") or "")
    if "receipt" in request.answers:
        return await settled(request, book, text)
    await must_be_open(request, book)
    if not text:
        return Decision(ask=asked_what(request))
    return await taken(request, book, text)


command = Command(
    intent="tip_submit",
    title="举报",
    words=Words(
        names=(
            "举报",
            "投诉",
            "反映",
            "检举",
        ),
        phrases=(
            r"(我|我们|跟你们|向你们|给你们|和你们|跟社区|向社区|跟您|向您|跟你|向你|这边|这里|有(个|件|点|些)?(事情?|问题|情况)|有人|要|来|想|得|必须|实名|匿名|不[留记具署露]名|悄悄|偷偷|进行|我家|本人|还有个?|再)*(举报|投诉|反映|检举|揭发){1,3}(<一下>|你们|一下子|一个|个|一件|件|这个|点|下|哈|一哈|些|情况|问题|事情|事儿|事|一?条|线索|违规|,|，|：|:|。|！|!|\s)*",
            "(我|我们|跟你们|向你们|给你们|和你们|跟社区|向社区|跟您|向您|跟你|向你|只?[凭用]回执|要|来|想|得|必须|实名|匿名|不[留记具署露]名|悄悄|偷偷|进行|我家|本人|还有个?|再|就是)*(举报|投诉|反映|检举|揭发)(给你们|你们|(<一下>|一个|个|一件|件|几个|一些|一点|两个|点)?(问题|情况|事情|事儿|事|线索|现象)?|一下子|一下)~{content:complaint}",
            "…我(要|想|必须)(举报|投诉|检举|揭发)(<一下>)?~{content:complaint}",
            r"(可以|能不能|可不可以|能|给可以|我)*(匿名|实名|不[留记具署露]名|悄悄)?(举报|投诉|反映)(吗|不|么|嘛)[,，。？?\s]+{content:complaint}",
            r"{content:before}[\s,，。！!；;]*(?:(?:所以|就)?(?:我|我们|我家|在此|现在|特此|特|这里|在这里)*(?:要|想|来|得|必须|跟你们|向你们|向社区|给你们|给社区|跟社区|和你们|实名|匿名|不[留记具署露]名|悄悄|偷偷|麻烦|请|帮我?|帮忙){0,4})(举报|投诉|反映|检举|揭发)(<一下>|你们|给你们|上去|这个|这个情况|他家?|他们|她|这家|这种行为|这种人|该|此事|这件事|这事|情况|问题|了|给社区|给物业|一次|解决)*(<一下>)?",
            r"…(我|要|想|来|得|跟你们|向你们|向社区|给你们|给社区|跟社区|和你们|实名|匿名|不[留记具署露]名|悄悄|偷偷)(举报|投诉|反映|检举|揭发)(<一下>|你们|一个|个|一件|件|问题|情况|事情|事儿|事)*[,，:：。！!\s]+{content:complaint}",
            "(我|要|想|来|得|跟|给|向|和|你们|你|您|社区|物业|网格员|网格|大家|领导|书记|同志)+(举报|投诉|反映|检举|揭发)(<一下>|你们|一下子|一个|个|一件|件|问题|情况|事情|事儿|事)*~{content:complaint}",
        ),
    ),
    who=ANYONE,
    where=Where.PRIVATE_ONLY,
    confidential=True,
    writes=True,
    handle=tip_submit,
    takes_photo=True,
    examples={
        "举报 3栋楼下有人飞线充电": {"content": "3栋楼下有人飞线充电"},
        "举报": {},
        "我要投诉楼上半夜敲墙": {"content": "楼上半夜敲墙"},
        "反映个事 路灯坏了": {"content": "路灯坏了"},
        "楼下天天烧垃圾，我要举报": {"content": "楼下天天烧垃圾"},
    },
)
