"""The command 巡查: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="patrol",
    title="巡查",
    words=Words(
        names=("巡查",),
        phrases=(
            "(我)?(巡查|巡逻|巡检)~{step}(了)?",
            "(我)?{step}(巡查|巡检)(了)?",
        ),
    ),
    who=frozenset({"grid_worker", "property", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    examples={"巡查 开始": {"step": "start"}, "结束巡查": {"step": "finish"}},
)
