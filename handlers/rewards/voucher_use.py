"""The command 核销: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="voucher_use",
    title="核销",
    words=Words(
        names=("核销",),
        phrases=(
            "(我)?(来|要|去|给|帮)*(核销|验券|销券|核验|验一?下券|核一?下)(<一下>|一张|张|这张|那张|券|兑换券|掉|客人|个|的|号|码|券码|居民|顾客|优惠|理发|了|是)*[:：]?~({code:voucher}(…))?",
            r"(把|将|给)?(这张|券|券码|兑换券|这个)*~{code:voucher}(这张|这个|的|券|给我|给|帮我|请|要|[,，\s])*(核销|核一?下|验券|用掉|销掉|核验|销)(<一下>|掉|了)*",
        ),
    ),
    who=frozenset({"partner", "property", "grid_worker", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    examples={"核销 V8K2 M4QX": {"code": "V8K2M4QX"}, "核销": {}},
)
