"""The command 认领: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="claim",
    title="认领",
    words=Words(
        names=(
            "认领",
            "接单",
        ),
        phrases=(
            "(我|我们|我来|来|要|想|可以|给我|帮我|能)*(认领|接单|认下|认)(<一下>|了|这个|那个|项目|任务|求助|单子|单|一个|[:：])*~({ref:project})(…)",
            "(我|我们|我来|来|要|想)*(认领|接单)(<一下>|了|这个|这单)*",
            r"(把|将)?{ref:project}(项目|任务|求助|这个|那个|的|单|给|,|，|\s)*(我|我们|由我|归我|给我|我们队|让我|来|要|想|可以|能|队)*(认领|接单|接了|认了|接下|来接|认|接手|来做)(了|<一下>|吧)*",
        ),
        quoted="project",
    ),
    who=frozenset({"grid_worker", "partner", "secretary", "resident"}),
    where=Where.HERE,
    writes=True,
    examples={"认领 P8": {"ref": "P8"}, "P15 我来认领": {"ref": "P15"}},
)
