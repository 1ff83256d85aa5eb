"""The command 月结: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="settlement_review",
    title="月结",
    words=Words(
        names=("月结",),
        phrases=(
            "(<看>|审核?|审批|复核)*(月结|月度结算|月度审核)~({period})?<的>?~({choice})?",
            "({period})<的>?(月结|月度结算)~({choice})?",
        ),
    ),
    who=frozenset({"grid_worker", "supervisor", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    examples={
        "月结 上个月": {"period": "last_month"},
        "月结 上个月 同意": {"period": "last_month", "choice": "approve"},
    },
)
