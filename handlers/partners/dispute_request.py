"""The command 调解: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="dispute_request",
    title="调解",
    words=Words(
        names=(
            "调解",
            "申请调解",
        ),
        phrases=(
            r"(我|我们|我家|要|想|来|申请|请求|请|需要|求|帮忙|帮|能不能|社区|你们|给我们|给我|出面|找人|有人|给|可以)*(纠纷|矛盾|邻里)?调解(<一下>|邻里|纠纷|矛盾|个|员|我们|我家|问题|事情|这个事|申请|服务)*[\s,，:：。]*{content:text}?",
            r"{content:before}[\s,，。！!；;]+(?:所以|就)?(?:我|我们|我家|要|想|来|得|申请|请求|请|需要|求|帮忙|帮我?|能不能|能|可以|你们|社区|给|麻烦|出面|找人|有人|给我们|来人|派人)*(调解)(<一下>|纠纷|矛盾|我们)*",
            "{content:before}(?:要|想|需要|申请|请求|请|求|麻烦|能不能|帮忙)(?:你们|社区|有人|人|给|给我们|来|帮忙|帮我|来人)*(调解)(<一下>|纠纷|矛盾)*",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATE_ONLY,
    writes=True,
    examples={"调解 楼上漏水一直不修": {"content": "楼上漏水一直不修"}, "申请调解": {}},
)
