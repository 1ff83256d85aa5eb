"""The command 退出志愿队: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="team_leave",
    title="退出志愿队",
    words=Words(
        names=(
            "退出志愿队",
            "退出",
        ),
        phrases=(
            r"(我|我们|我家|申请|要|想|来|可以|让|也|不想)*(退出|离开|退|脱离)(<一下>|掉|了|社区|那个|这个|<的>)*~{team:team}(伍)?(…[^\w]…)?",
            r"(退出|我要退出|申请退出)[\s:：]+{team:brief}",
            "(我)?(不想|不|不能)(再)?(参加|加入|干|在|待在|去){team:team}(伍|里|干|了|待)*",
            r"{team:team}(我|要|想|申请|[,，\s])*(退出|退了|不干了|不参加了|退)(<一下>|了)*",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    examples={"退出 平安巡逻队": {"team": "平安巡逻队"}},
)
