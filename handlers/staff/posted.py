"""The command 已发出: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="posted",
    title="已发出",
    words=Words(
        names=("已发出",),
        phrases=(
            "(我|都|已经|已|内容|全部)*(已发出|发出了|已发布|发出去了|已经发出|发好了|已转发|贴出去了|发了)(去|了)?~({ref:any})?",
            "{ref:any}~(已发出|发出了|发出去了|发好了)",
        ),
    ),
    who=frozenset({"grid_worker", "property", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    examples={"已发出": {}},
)
