"""The command 扣分: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="deduct",
    title="扣分",
    words=Words(
        names=("扣分",),
        phrases=(
            r"扣\s?分(登记|<一下>)?~{line:staff}",
            r"(?:给|帮|把|对|为){subject:brief}\s?(扣掉|扣除|扣|减掉|减|罚)(上|了)?\s*{points:number}\s*(个)?分~{line:item}",
            r"(?:给|帮|把|对|为){subject:brief}\s?(扣掉|扣除|扣|减掉|减|罚)(个|<一下>|点|些)?\s*分~{line:item}",
            r"(?:给|帮|把|对|为){subject:brief}[\s,，]+{item:brief}[\s,，]*(扣掉|扣除|扣|减掉|减|罚)(上|了)?\s*{points:number}\s*(个)?分",
            r"{subject:brief}[\s,，]+{item:brief}[\s,，]*(扣掉|扣除|扣|减掉|减|罚)(上|了)?\s*{points:number}\s*(个)?分~(备注~{note:text})?",
            r"(?:给|帮|对){subject:brief}(因为|因|由于){item:brief}[\s,，]*(扣掉|扣除|扣|减掉|减|罚)(上|了)?\s*{points:number}\s*(个)?分",
        ),
    ),
    who=frozenset({"grid_worker", "secretary", "property"}),
    where=Where.PRIVATELY,
    writes=True,
    examples={
        "扣分 老王烧烤 占道经营 3 备注 已口头提醒": {
            "subject": "老王烧烤",
            "item": "占道经营",
            "points": 3,
            "note": "已口头提醒",
        },
        "给赵六扣2分 乱停车": {"subject": "赵六", "item": "乱停车", "points": 2},
    },
)
