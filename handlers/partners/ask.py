"""The command 提问: how people ask for it."""

from domain.command import ANYONE, Command, Where, Words

command = Command(
    intent="ask",
    title="提问",
    words=Words(
        names=("提问",),
        phrases=(
            r"(问|提问|请问|问问|问一?下|咨询)[\s:：,，]+{question:text}",
            "(提问|咨询){question:text}",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    examples={"问 电动车能进电梯吗": {"question": "电动车能进电梯吗"}},
)
