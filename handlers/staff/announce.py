"""The command 通知: how people ask for it."""

from domain.command import Command, Where, Words

command = Command(
    intent="announce",
    title="通知",
    words=Words(
        names=(
            "通知",
            "发通知",
        ),
        phrases=(
            r"(我|请|帮我|要|想|给|麻烦)*(发布|发个?|发一?条|发送|群发|转发)?(<一下>|一条|一个|个)*(群)?(通知|公告|紧急通知|温馨提示)(<一下>|大家|各位|全体|居民|各家各户(?=[:：,，])|下去|到群里|给大家|内容)*[\s:：,，]+{text:text}",
            "(通知|公告)(?![书栏单到了里上的]){text:text}",
            "(发布|发个?|发一?条|发送|群发)(<一下>|一条|一个)*(通知|公告)(大家|各位|居民|业主)?{text:text}",
            "(发布|发个?|发一?条)?(群)?(通知|公告)",
            "通知(<一下>)?(大家|各位(居民|业主)?|全体居民|居民们?|业主们?){text:text}",
        ),
    ),
    who=frozenset({"grid_worker", "property", "secretary"}),
    where=Where.HERE,
    writes=True,
    examples={"通知 明天停水": {"text": "明天停水"}, "通知：周六消杀": {"text": "周六消杀"}},
)
