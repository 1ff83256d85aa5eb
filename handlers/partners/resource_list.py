"""The command 资源: how people ask for it."""

from domain.command import ANYONE, Command, Where, Words

command = Command(
    intent="resource_list",
    title="资源",
    words=Words(
        names=(
            "资源",
            "共享资源",
        ),
        phrases=(
            "(<看>|<一下>|有|哪些|社区|什么)*<的>?(社区|共享|公共)?(资源|共享场地)(<看>|<一下>|有|哪些|是|都|清单|列表|目录|什么)*",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    examples={"资源": {}},
)
