"""The command 我的证书: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="certificate",
    title="我的证书",
    words=Words(
        names=("我的证书",),
        phrases=(
            "(<看>|<一下>|打|出|要|给我|个|一份|张)*(<我>)?<的>?(荣誉|信用|志愿)?证书(<看>|<一下>|给我|发|有|哪些|在哪)*~({ref:any})?",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    examples={"我的证书": {}},
)
