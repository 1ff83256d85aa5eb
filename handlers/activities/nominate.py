"""The command 提名: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="nominate",
    title="提名",
    words=Words(
        names=(
            "提名",
            "推荐",
        ),
        phrases=("(我)?(提名|推荐评选)~{line:nomination}",),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    examples={
        "提名 五好家庭 3栋张家 理由 常年照顾孤老": {"award": "五好家庭", "nominee": "3栋张家", "reason": "常年照顾孤老"}
    },
)
