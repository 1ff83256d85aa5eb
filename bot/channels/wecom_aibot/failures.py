"""What can go wrong on the long connection, and how it ends a message."""

from typing import Final

from domain.channel import ChannelDown, SendInDoubt, SendRefused

CREDENTIALS: Final = 853000
NOT_SUBSCRIBED: Final = 846609
TOO_OFTEN: Final = 45009
NO_CHAT: Final = frozenset({93001, 93006})
"""Nobody has spoken there yet."""
_LATER: Final = frozenset({-1, NOT_SUBSCRIBED, TOO_OFTEN})


class WireError(Exception):
    """Anything that the connection refuses or fails to do."""


class Answered(WireError):  # noqa: N818 - an outcome, named as the platform puts it
    """The platform said no; only ``code`` means anything."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(f"errcode {code}")


class Lost(WireError):  # noqa: N818 - as above
    """The connection is gone, or never was: nothing was sent."""


class Unanswered(WireError):  # noqa: N818 - as above
    """It was sent, and no answer came: nobody knows what became of it."""


class Refused(WireError):  # noqa: N818 - as above
    """The robot's id or secret is wrong; trying again only locks it."""


class Displaced(WireError):  # noqa: N818 - as above
    """Another process subscribed with the same robot; fighting would throw both out in turns."""


def outcome(error: WireError) -> Exception:
    """What a failed call means for the message in it."""
    if isinstance(error, Unanswered):
        return SendInDoubt(str(error))
    if isinstance(error, Answered) and error.code not in _LATER:
        return SendRefused(str(error))
    return ChannelDown(str(error))
