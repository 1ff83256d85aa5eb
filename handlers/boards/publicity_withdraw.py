"""The command 撤回公示同意: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="publicity_withdraw",
    title="撤回公示同意",
    words=Words(
        names=(
            "撤回公示同意",
            "撤回公示",
        ),
        phrases=(
            "(我)?(撤回|取消|撤销)(我<的>?)?(公示)(<的>)?(同意|授权)?",
            "(我)?(不同意|不愿意|不想)(被)?(公示|公开)(我|我家|名字|姓名|<的>)*",
            "(我)?(撤回|取消|撤销)(同意)公示",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    examples={"撤回公示同意": {}},
)
