"""What a channel is opened with, and the opening of all that the settings name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import cast

from bot import channels
from bot.channels import tables_wording as wording
from bot.channels.tables import Configured
from domain.channel import Channel
from domain.happenings import Happening


class MissingExtra(Exception):  # noqa: N818 - named for the person who reads it
    """The packages that a channel needs are not installed."""


@dataclass(frozen=True, slots=True)
class Around:
    """The outside of a channel: the clock, the secrets' environment, and who wants to know what happens.

    ``is_writable`` says whether what is handed over now can be kept; a platform that calls may be told to call again.
    """

    now: Callable[[], datetime]
    environment: Mapping[str, str]
    tell: Callable[[Happening], None]
    is_writable: Callable[[], bool]


def open_channels(
    configured: Mapping[str, Configured],
    now: Callable[[], datetime],
    environment: Mapping[str, str],
    tell: Callable[[str, Happening], None],
    is_writable: Callable[[], bool] = lambda: True,
) -> dict[str, Channel]:
    """All channels by name; MissingExtra names the packages that one lacks."""
    return {
        name: _opened(one, Around(now, environment, partial(tell, name), is_writable))
        for name, one in sorted(configured.items())
    }


def _opened(one: Configured, around: Around) -> Channel:
    try:
        module = import_module(f"{channels.__name__}.{one.type}.opening")
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        if package == "bot":
            raise
        extra = one.type.partition("_")[0]
        words = wording.MISSING_EXTRA.format(name=one.name, type=one.type, package=package, extra=extra)
        raise MissingExtra(words) from missing
    return cast("Channel", module.open_channel(one.name, one.settings, around))
