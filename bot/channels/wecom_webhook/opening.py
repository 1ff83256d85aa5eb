"""A group robot as a channel, from its settings."""

from bot.channels.around import Around
from bot.channels.wecom_webhook.channel import WebhookChannel, build
from bot.channels.wecom_webhook.settings import Settings


def open_channel(name: str, settings: Settings, around: Around) -> WebhookChannel:
    """The channel, not yet running."""
    return build(settings.account(around.environment), name, around.now)
