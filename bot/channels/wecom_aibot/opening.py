"""A 智能机器人 as a channel, from its settings."""

from bot.channels.around import Around
from bot.channels.wecom_aibot.channel import AibotChannel, build
from bot.channels.wecom_aibot.settings import Settings


def open_channel(name: str, settings: Settings, around: Around) -> AibotChannel:
    """The channel, not yet running."""
    return build(settings.account(around.environment), name, around.now)
