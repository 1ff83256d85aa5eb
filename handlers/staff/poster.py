"""The command 生成海报: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="poster",
    title="生成海报",
    words=Words(
        names=(
            "生成海报",
            "海报",
        ),
        phrases=(
            "(生成|做|制作|出|来|要)?(<一下>|一张|张|个|一份)*(网格|群|宣传|入群)?海报~(给)?{grid:text}?",
            "(把|给){grid:brief}<的>?(做|生成|出)(一张|张|个)?海报",
        ),
    ),
    who=frozenset({"grid_worker", "secretary"}),
    where=Where.PRIVATELY,
    examples={"生成海报 二网格": {"grid": "二网格"}, "生成海报": {}},
)
