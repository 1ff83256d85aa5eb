"""The command 签到: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="check_in",
    title="签到",
    words=Words(
        names=("签到",),
        phrases=(
            r"(给|帮|登记|现场)*(签到)(登记|<一下>|活动|第|编号|[:：#])*~{ref:activity}(号|期)?(活动|志愿服务|讲座)?(的)?(有|是|人员|名单)*[\s,，:：、]*{subjects:people}",
            r"(给|帮|把)?第?{ref:activity}(号|期)?(活动|志愿服务|讲座)?(的)?(签到)(登记|名单|人员|有|是|的|<一下>)*[\s,，:：、]*{subjects:people}",
        ),
    ),
    who=frozenset({"grid_worker", "property", "partner", "secretary", "resident"}),
    where=Where.HERE,
    writes=True,
    examples={"签到 12 张三 李四、王五": {"ref": "12", "subjects": ["张三", "李四", "王五"]}},
)
