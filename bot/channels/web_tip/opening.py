"""The page without an account as a channel, from its settings."""

import secrets

from bot.channels.around import Around
from bot.channels.web_tip.channel import WebTipChannel
from bot.channels.web_tip.settings import Settings


def open_channel(name: str, settings: Settings, around: Around) -> WebTipChannel:
    """The channel, not yet listening."""
    return WebTipChannel(settings, name, around.now, lambda: secrets.token_hex(16))
