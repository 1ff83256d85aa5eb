"""The command 求助: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="assist_request",
    title="求助",
    words=Words(
        names=("求助",),
        phrases=(
            r"(我)?(要|想|来|发个?|紧急|急|有事|需要)*(求助|求帮助|寻求帮助)(<一下>|个|你们|大家)*[\s:：,，]*{topic:topic}",
            "(我|我们|我家|我妈|我爸|老人|家里)*(要|想|需要|急需|想要|打算|来)*(找|请|预约|约|寻|联系|要|需要|有没有|给有|介绍|咨询|问|做|来)(<一下>|一个|个|一位|位|人|人来|人帮忙|师傅|会|懂|做|点|社区|你们|哪个|修|搞|弄|一次|帮忙|专业|的|能)*{topic:known_topic}…",
            "…(找|请|需要|求|想要|要).{0,4}{topic:known_topic}…",
            "(求助)",
            r"{topic:known_topic}(师傅|服务|方面|的|一下|求助|找谁|<怎么>找|找哪个|哪里有|有没有|给有)*(…[^\w]…)?",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATE_ONLY,
    writes=True,
    examples={"求助 法律咨询": {"topic": "法律咨询"}, "想找个心理咨询师聊聊": {"topic": "心理咨询"}},
)
