"""A 微信客服 account as a channel, from its settings."""

from bot.channels.around import Around
from bot.channels.wecom_kf.channel import KfChannel, build
from bot.channels.wecom_kf.settings import Settings


def open_channel(name: str, settings: Settings, around: Around) -> KfChannel:
    """The channel, not yet running."""
    return build(settings.account(around.environment), name, around.now, around.is_writable)
