"""The command 报名: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="activity_join",
    title="报名",
    words=Words(
        plain=(
            "报名{ref:activity}",
            "我要参加{ref:activity}号活动",
            "报名{ref:activity}号活动",
            "报名参加{ref:activity}号活动",
            "报名{ref:activity}号",
        ),
        names=("报名",),
        phrases=(
            r"(我|我们|我家|我也|给我|帮我|也|要|想|来|可以)*(报名参加|报名|参加|报|参与)(<一下>|一个|个|那个|这个|活动|第|编号|的|上)*[#:：]?~({ref:activity})~(号|期|个)?<的>?(那个|这个)?(志愿)?(活动|志愿服务|讲座)?(…[^\w]…)?",
            "(我|我们|我也|也|我要)*(报名参加|报名|报个名|报一?下名|报上名|要报名)(一?下)?",
            r"第?{ref:activity}号?<的>?(那个|这个)?(活动|志愿服务|讲座)?[,，\s]*(我|我们|给我|帮我|也|要|想|来|可以|能|给|我家|[,，])*(报名|参加|报|报个名|报上|报一?下名|参与|算我一个)(<一下>|了|一个|个|名|上)*",
        ),
        quoted="activity",
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    examples={
        "报名 12": {"ref": "12"},
        "我要参加12号活动": {"ref": "12"},
        "报名": {},
        "12号活动我要报名": {"ref": "12"},
    },
)
