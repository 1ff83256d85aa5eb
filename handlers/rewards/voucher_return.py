"""The command 退券: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="voucher_return",
    title="退券",
    words=Words(
        names=("退券",),
        phrases=(
            "(我)?(退券|退掉|退回|退还|退)(<一下>|这张|券|兑换券|掉|一张|张)*~({code:voucher}(…))?",
            r"(把|将)?(券|这张|券码)*~{code:voucher}(这张|的|券|我|给我|帮我|要|想|不要了|[,，\s])*(退)(券|掉|了|<一下>|回去)*",
            "(不想|不要)(换|用)了.{0,4}退券",
        ),
        quoted="voucher",
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    examples={"退券 V8K2M4QX": {"code": "V8K2M4QX"}},
)
