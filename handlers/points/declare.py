"""The command 申报: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="declare",
    title="申报",
    words=Words(
        names=("申报",),
        phrases=(
            "(申报|自己申报|自主申报|我申报)(<一下>)?~{line:declared}",
            "(申报|自主申报)",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    examples={"申报 楼道清理 3栋一单元": {"item": "楼道清理", "note": "3栋一单元"}},
)
