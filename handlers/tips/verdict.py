"""The command 核实: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="verdict",
    title="核实",
    words=Words(
        names=(
            "核实",
            "属实",
            "不属实",
        ),
        phrases=(
            r"(核实|回复|反馈|核查|查实|案件|经查)?(结果|了|情况)*[:：]?~{ref:card}(核实|这个|这件|的|情况|结果|经查|经核实|是|案子|核查|我|去|看|看过了|查过了|已核实|回复|那个|件|条|举报|[,，:：\s])*{verdict}{note:remark}?",
            r"(核实|核查|回复)?~{rows}~(号|条|项|都|全部|全|均|是|[,，:：\s])*{verdict}{note:remark}?",
            r"{verdict}[\s,，]*{ref:card}{note:remark}?",
            r"(经|已|经过|我|现场|情况|反映|举报|确实|完全|基本|暂时|暂|去|看过|看了|查过|查了|核实|核查|调查|实地|到现场|目前|现在|结果|了|过|的|是|都|都是|这个|该|该件|此事|此件|事情|确认|属于|,|，|:|：|\s)*{verdict}{note:remark}?",
        ),
        quoted="card",
    ),
    who=frozenset({"grid_worker", "property", "supervisor", "secretary", "partner"}),
    where=Where.PRIVATE_ONLY,
    writes=True,
    examples={
        "属实": {"verdict": "confirmed"},
        "核实 T7K3P 属实 已劝导": {"ref": "T7K3P", "verdict": "confirmed", "note": "已劝导"},
        "不属实 没有看到": {"verdict": "rejected", "note": "没有看到"},
        "1 3 5 属实": {"rows": [1, 3, 5], "verdict": "confirmed"},
        "D12 不属实": {"ref": "D12", "verdict": "rejected"},
        "S3 不成立": {"ref": "S3", "verdict": "rejected"},
    },
)
