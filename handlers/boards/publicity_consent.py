"""The command 同意公示: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="publicity_consent",
    title="同意公示",
    words=Words(
        names=("同意公示",),
        phrases=(
            "(我)?(同意|愿意|可以)(公示|公开)(我|我家|我们家?|名字|姓名|<的>)*",
            "(我)?同意(把)?(我|我家)?(名字|姓名)?(上红榜|公示)",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    examples={"同意公示": {}},
)
