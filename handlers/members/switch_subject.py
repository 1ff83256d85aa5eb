"""The command 切换: how people ask for it."""

from domain.command import BOUND, Command, Where, Words

command = Command(
    intent="switch_subject",
    title="切换",
    words=Words(
        names=("切换",),
        phrases=("(切换|换成|转到|切到)(到|成|为|身份)?{subject:text}",),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    writes=True,
    examples={"切换 老王烧烤": {"subject": "老王烧烤"}},
)
