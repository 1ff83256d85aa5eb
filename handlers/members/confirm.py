"""The command 确认: how people ask for it."""

from domain.command import Command, Where, Words
from domain.roles import ANYONE

command = Command(
    intent="confirm",
    title="确认",
    words=Words(),
    who=ANYONE,
    where=Where.HERE,
    writes=True,
)
