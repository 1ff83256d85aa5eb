"""The command 加入志愿队: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="team_join",
    title="加入志愿队",
    words=Words(
        names=(
            "加入志愿队",
            "加入",
        ),
        phrases=(
            r"(我|我们|我家|我也|申请|报名|要|想|来|可以|能|给|让|也)*(加入|参加|报名参加|进|入|报名|进入)(<一下>|到|你们|咱们|社区|我们|社区的|那个|这个|<的>|了)*~{team:team}(伍)?(…[^\w]…)?",
            r"(加入|我要加入|申请加入)[\s:：]+{team:brief}",
            r"{team:team}(我|还|给|可以|能|要|想|申请|报名|[,，\s])*(加入|参加|进|入队|报名)(<一下>|得|不|吗|了|人|算我一个)*",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    examples={"加入 平安巡逻队": {"team": "平安巡逻队"}, "我想参加护绿队": {"team": "护绿队"}},
)
