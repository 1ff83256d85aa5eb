"""The command 如果: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="what_if",
    title="如果",
    words=Words(
        names=("如果",),
        phrases=("(如果|假如|要是|假设|万一)~{plan:text}",),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    examples={"如果 再签一份承诺 参加两次巡逻": {"plan": "再签一份承诺 参加两次巡逻"}},
)
