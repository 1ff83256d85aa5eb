"""Customer groups as a channel, from their settings."""

from bot.channels.around import Around
from bot.channels.wecom_groupmsg.channel import GroupMsgChannel, build
from bot.channels.wecom_groupmsg.settings import Settings


def open_channel(name: str, settings: Settings, around: Around) -> GroupMsgChannel:
    """The channel, not yet running."""
    return build(settings.account(around.environment), name, around.now, around.tell)
