"""The command 活动签到: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="attend",
    title="活动签到",
    words=Words(
        phrases=(
            "(我)?(来|要)?签到(码)?[:：]?~{code:pin}",
            "(我)?(来|要)?签到(码)?",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    examples={"签到 8264": {"code": "8264"}},
)
