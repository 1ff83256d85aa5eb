"""The command 发布红黑榜: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="board_publish",
    title="发布红黑榜",
    words=Words(
        names=(
            "发布红黑榜",
            "公布红黑榜",
        ),
        phrases=(
            "(正式)?(发布|公布|公示|发出)(<一下>|出)*<期>?<的>?~({ref:board})?~(这期|新|本期)?<的>?(红黑榜|榜单)(名单|了|出去|<的>)*~({ref:board})?",
            "(把|将|给|给我)?<期>?<的>?~({ref:board})?<的>?~(红黑榜|榜单)~({ref:board})?(给我|给|可以|能|要|正式|现在|就|帮我|先|马上)*(发布|公布|公示|发出|发)(<一下>|<成>|了|出去|到群里|给大家)*~({ref:board})?",
            "(把|将)?{ref:board}(给|可以|正式|的|红黑榜)*(发布|公布)(<成>|了|出去)*",
        ),
    ),
    who=frozenset({"secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    examples={"发布红黑榜": {}, "发布红黑榜 B2026Q3": {"ref": "B2026Q3"}, "把红黑榜发布出去": {}},
)
