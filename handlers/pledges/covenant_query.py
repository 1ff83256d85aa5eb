"""The command 公约: how people ask for it."""

from domain.command import ANYONE, Command, Where, Words

command = Command(
    intent="covenant_query",
    title="公约",
    words=Words(
        names=(
            "居民公约",
            "公约",
        ),
        phrases=(
            "(<看>|<一下>)*(居民|小区|社区|业主|文明|商户|村规)*(公约)(<看>|<一下>|内容|有哪些|是什么|发|给我|一份)*",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    examples={"公约": {}, "居民公约": {}},
)
