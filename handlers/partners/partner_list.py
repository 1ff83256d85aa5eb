"""The command 合伙人: how people ask for it."""

from domain.command import ANYONE, Command, Where, Words

command = Command(
    intent="partner_list",
    title="合伙人",
    words=Words(
        names=("合伙人",),
        phrases=(
            "(<看>|<一下>|有|哪些|社区)*<的>?(信用|社区|共建)?(合伙人|共建单位|合作商户)(<看>|<一下>|有|哪些|是|谁|都|名单|列表|什么)*",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    examples={"合伙人": {}},
)
