"""The command 追问: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="ask_reporter",
    title="追问",
    words=Words(
        names=("追问",),
        phrases=(
            r"(我)?(追问|问问举报人|追问举报人|问举报人|问一?下举报人|再问一?下?举报人)(<一下>|举报人|一句|[:：,，\s])*~{ref:case}~(<一下>)?~{question:asked}",
            "(我)?(追问|问问举报人|追问举报人|问举报人|问一?下举报人|再问一?下?举报人)(<一下>|举报人|一句)*~{question:asked}",
            r"{ref:case}[\s,，]*(追问|问问举报人|问一?下举报人)(<一下>|举报人)*~{question:asked}",
        ),
        quoted="case",
    ),
    who=frozenset({"grid_worker", "property", "supervisor", "secretary"}),
    where=Where.PRIVATE_ONLY,
    writes=True,
    examples={
        "追问 T7K3P 请问大概几点": {"ref": "T7K3P", "question": "请问大概几点"},
        "追问 在几楼": {"question": "在几楼"},
    },
)
