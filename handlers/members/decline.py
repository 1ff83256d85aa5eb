"""The command 取消: how people ask for it."""

from domain.command import Command, Where, Words
from domain.roles import ANYONE

command = Command(
    intent="decline",
    title="取消",
    words=Words(),
    who=ANYONE,
    where=Where.HERE,
    writes=True,
)
