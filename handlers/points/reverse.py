"""The command 冲正: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="reverse",
    title="冲正",
    words=Words(
        names=("冲正",),
        phrases=(
            "(我)?(冲正|撤销登记|冲销)(<一下>|掉|了|这笔|那笔|记录)*~({ref:ledger}~{reason:why}?)?",
            "(把|对|将){ref:ledger}(这笔|这条|那笔|那条|给)*(冲正|冲销)(掉|了|<一下>)*~{reason:why}?",
            "{ref:ledger}(这笔|这条|那笔)?(要|需要|给我|请|申请|得)*(冲正|冲销)(掉|了|<一下>)*~{reason:why}?",
            "(冲正|冲销)~{reason:why}",
        ),
        quoted="ledger",
    ),
    who=frozenset({"grid_worker", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    examples={"冲正 L1024 登记错人了": {"ref": "L1024", "reason": "登记错人了"}, "把L1024冲正掉": {"ref": "L1024"}},
)
