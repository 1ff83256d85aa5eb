"""The command 志愿证明: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="service_record",
    title="志愿证明",
    words=Words(
        names=("志愿证明",),
        phrases=(
            "(<看>|<一下>|开|打|出|要|给我|个|一份|张)*(<我>)?<的>?({period})?<的>?(志愿|志愿服务|服务)(时长)?(证明|记录|时长)(<看>|<一下>|给我|有|多少|好多|小时|是|开|打|出)*~({period})?",
            "{period}<的>?(志愿|志愿服务)(时长|证明|记录)",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    examples={"志愿证明 今年": {"period": "this_year"}, "志愿证明": {}},
)
