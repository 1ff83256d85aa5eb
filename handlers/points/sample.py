"""The command 抽查: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="sample",
    title="抽查",
    words=Words(
        names=("抽查",),
        phrases=(
            "(随机)?抽查(<一下>|台账|记录|几条|账本)*",
            "来?(一次)?抽查",
        ),
    ),
    who=frozenset({"supervisor", "secretary"}),
    where=Where.PRIVATELY,
    examples={"抽查": {}},
)
