"""The command 走访: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="visit",
    title="走访",
    words=Words(
        names=("走访",),
        phrases=(
            r"(登记|记录|我|今天|去|已)*走访(了|登记|记录|<一下>)*[\s:：,，]*{address:text}",
            "走访(登记|记录)?",
        ),
    ),
    who=frozenset({"grid_worker", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    examples={"走访 3栋201": {"address": "3栋201"}},
)
