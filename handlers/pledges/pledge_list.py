"""The command 承诺书: the pledges of one's own kind, with those that hold already."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from handlers.pledges import wording
from handlers.pledges.signatures import signatures


async def pledge_list(request: Request, book: Book) -> Decision:
    """The list; in a group it does not say what somebody has signed."""
    subject = request.sender.subject
    pledges = request.rules.pledges_for(subject.kind if subject else "resident")
    private = request.message.scene == "private"
    held = await signatures(book, subject.id) if subject and private else ()
    return Decision(Answer(wording.pledge_list(pledges, [str(one.facts["pledge"]) for one in held])))


command = Command(
    intent="pledge_list",
    title="承诺书",
    words=Words(
        plain=(
            "承诺书",
            "有哪些承诺",
            "有哪些承诺书",
        ),
        names=("承诺书",),
        hints=("承诺书?&(<哪些>|<看>|清单|有没有)&!(撤回|收回)",),
        phrases=(
            "(<看>|<一下>|个|发|给|份)*(信用|有|社区|所有|全部|<的>)*(承诺书?)(<看>|<一下>|发|给我|清单|列表|目录|种类|模板|内容|我|一份|样子)*",
            "(现在|我|<我>|社区|还|都|商户|商铺|店铺|店里|单位|居民)*(有|可以|能|要|得|可|签|还可以|还能|需要|该|哪些)*(签|选|签订|签署)?(<哪些>|<有没有>)(<的>|可以|能|类|项|要|信用|样|种)*(签)?<的>?承诺书?…",
            "承诺书?(一共|总共|都|里面|里|现在|的|类型|种类|目录|清单|是|上)*(有|是|包括)?(<哪些>|没有|没得)…",
            "承诺书?(在)?(哪里|哪点|哪儿|哪|<怎么>)(可以|能)?(看|签|找|瞧|下载)?…",
            "…(看|瞧|发|了解|晓得)(看|瞧|<一下>|给我)*.{0,4}承诺书…",
            "(<我>)?(可以|能|还能|要|还可以|该)?签(<哪些>|<有没有>).{0,4}",
            "<我>(签|签过|签了)(了|过|的)?(<哪些>|<的>)承诺.{0,4}",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    handle=pledge_list,
    examples={"承诺书": {}, "有哪些承诺": {}, "可以签哪些承诺书": {}},
)
