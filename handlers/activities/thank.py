"""The command 致谢: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="thank",
    title="致谢",
    words=Words(
        names=("致谢",),
        phrases=(
            r"(我)?(致谢|感谢)[\s:：]+{line:thanks}",
            "(我)?(要|想)?致谢{line:thanks}",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    examples={"致谢 王姐 帮我搬东西": {"person": "王姐", "reason": "帮我搬东西"}},
)
