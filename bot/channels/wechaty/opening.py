"""A WeChat channel from its settings."""

from pathlib import Path

from bot.channels.around import Around
from bot.channels.wechaty.channel import WechatyChannel, WechatySettings
from bot.channels.wechaty.settings import Settings


def open_channel(name: str, settings: Settings, around: Around) -> WechatyChannel:
    """The channel, not yet running."""
    meant = WechatySettings(
        endpoint=settings.endpoint,
        token=settings.token.reveal(around.environment),
        ca_file=Path(settings.ca_file) if settings.ca_file else None,
        tls=settings.tls,
        accept_friends=settings.accept_friends,
        accept_rooms_from=settings.accept_rooms_from,
        switch_seconds=settings.switch_seconds,
    )
    return WechatyChannel(meant, around.now, around.tell, name=name)
