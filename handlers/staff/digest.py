"""The command 今日: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="digest",
    title="今日",
    words=Words(
        names=("今日",),
        phrases=("(<看>)?(今日|今日卡片?|今日工作|今日事项|今天的卡片?)(<看>|<一下>|工作|任务)*",),
    ),
    who=frozenset({"grid_worker", "property", "secretary"}),
    where=Where.PRIVATELY,
    examples={"今日": {}},
)
