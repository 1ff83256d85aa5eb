"""How a call to the gateway can fail, in this channel's own terms."""

_NO_ACCOUNT = ("not logged in", "logged out", "not login", "no logon", "not ready", "not started")
_UNSURE = ("timeout", "timed out", "etimedout", "econnreset", "socket hang up", "network")

_UNSURE_STATUS = frozenset({"CANCELLED", "DEADLINE_EXCEEDED", "ABORTED", "INTERNAL", "UNAVAILABLE"})


class WireError(Exception):
    """Any failed call."""


class Unauthenticated(WireError):  # noqa: N818
    """The gateway does not know the token."""


class StreamTaken(WireError):  # noqa: N818
    """The gateway already has a reader of its event stream."""


class StreamEnded(WireError):  # noqa: N818
    """The gateway closed the event stream on purpose: somebody stopped the puppet."""


class NotConnected(WireError):  # noqa: N818
    """No connection could be made, so nothing was sent."""


class LinkLost(WireError):  # noqa: N818
    """The connection broke during the call."""


class TooSlow(WireError):  # noqa: N818
    """No answer came in time."""


class PuppetFailed(WireError):  # noqa: N818
    """The gateway answered with an error; only its first line is kept, the rest is a stack."""

    def __init__(self, status: str, message: str) -> None:
        super().__init__(f"{status}: {first_line(message)}")
        self._status = status
        self._words = message.lower()

    @property
    def account_missing(self) -> bool:
        """Whether the puppet says that no account is logged in."""
        return any(word in self._words for word in _NO_ACCOUNT)

    @property
    def unsure(self) -> bool:
        """Whether the puppet itself does not know how its call to the platform ended."""
        return self._status in _UNSURE_STATUS or any(word in self._words for word in _UNSURE)


def first_line(message: str) -> str:
    """The sentence of a gateway's error, without the stack behind it."""
    return message.strip().partition("\n")[0][:200]
