"""The command 生成红黑榜: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="board_prepare",
    title="生成红黑榜",
    words=Words(
        names=("生成红黑榜",),
        phrases=(
            "(生成|做|制作|拟|起草|编制|出|准备|整|弄)(<一下>|一份|一个|出|好)*<期>?<的>?~({ref:board})?~(这期|新|本期|一期)?<的>?(红黑榜|榜单)(草稿|预览|初稿|名单|草案)*~({ref:board})?",
            "(把|将|给我|给)?<期>?<的>?~({ref:board})?<的>?~(红黑榜|榜单)(的)?(草稿|初稿|名单)?(给我|给|先|帮我|可以)*(生成|做|制作|拟|整|弄|准备|出)(<一下>|<成>|个|来|草稿|一份)*~({ref:board})?",
        ),
    ),
    who=frozenset({"grid_worker", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    examples={"生成红黑榜": {}, "生成红黑榜 B2026Q3": {"ref": "B2026Q3"}},
)
