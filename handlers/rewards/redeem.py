"""The command 兑换礼品: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="redeem",
    title="兑换礼品",
    words=Words(
        names=("兑换",),
        phrases=(
            "(用|拿)?(我)?<的>?(积分|分)?(来|去|克|去|给我|给|要|想)*(兑换|兑|换购)(<一下>|一个(?!小时)|成|个|点|我)*~{line:goods}",
            "(用|拿|花|使)(我)?<的>?(积分|分数?|[0-9]+分)(来|去|克|给我|要|想|帮我|给)*(换|兑|换取|换成|买)(<一下>|点|成|个(?!人))*~{line:goods}",
            "(换|换购|领换|换取)(给我|我)?~{line:counted}",
            "(换|换取|换购)(一?下|点|个(?!人))?~{line:listed}",
            "(我|给我|帮我|给|我们|要|想)+(换|兑|换取)(<一下>|点|个(?!人))?~{line:goods}",
            "(把|将)?(积分|分)(换|兑换|兑)成?~{line:goods}",
            r"{line:counted}[,，\s]*(我|要|想|给我|帮我|请)*(兑换|兑|换)(<一下>)*",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    examples={
        "兑换 会议室使用2小时": {"item": "会议室使用2小时"},
        "换两份理发券": {"item": "理发券", "quantity": 2},
        "用积分换一袋大米": {"item": "大米", "quantity": 1},
    },
)
