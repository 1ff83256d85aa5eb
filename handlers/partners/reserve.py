"""The command 预约: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="reserve",
    title="预约",
    words=Words(
        names=("预约",),
        phrases=(r"(我|我们|要|想|来)*(预约|预定|预订)(<一下>|使用|个|一个)*[\s:：,，]*{line:booking}",),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    examples={"预约 多媒体教室 周六14点到16点": {"resource": "多媒体教室", "when": "周六14点到16点"}},
)
