"""The command 修复: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="repair_apply",
    title="修复",
    words=Words(
        names=("修复",),
        phrases=(
            "(我)?(申请)?(信用)?修复~{ref:ledger}~{note:why}?",
            "{ref:ledger}(这条|这笔)?(申请|要|请|的)*修复~{note:why}?",
            r"修复[\s:,，]+{note:why}",
        ),
        quoted="ledger",
    ),
    who=BOUND,
    where=Where.PRIVATE_ONLY,
    writes=True,
    examples={"修复 L1024 已清理干净": {"ref": "L1024", "note": "已清理干净"}},
)
