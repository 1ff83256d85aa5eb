"""Why a call to the simulator could not be carried out."""

from collections.abc import Mapping


class UnfitError(ValueError):
    """A call that cannot be understood; ``str()`` is one sentence."""


class UnknownError(LookupError):
    """A call about something that is not there."""


class BookFaultError(Exception):
    """What was said could not be written down; the same call may be made again."""


class ConflictError(Exception):
    """A call that would make something a second time; ``more`` goes into the answer."""

    def __init__(self, sentence: str, **more: str) -> None:
        super().__init__(sentence)
        self.more: Mapping[str, str] = more
