"""How a WeCom door is doing, as its status tells it."""

import logging
from collections.abc import Callable
from datetime import datetime

from domain.channel import ChannelStatus, State

_log = logging.getLogger(__name__)


class Standing:
    """Keeps the status; ``since`` moves only where the state does."""

    def __init__(self, now: Callable[[], datetime], detail: str) -> None:
        self._now = now
        self.status = ChannelStatus("offline", detail, now())

    @property
    def online(self) -> bool:
        """Whether something may be sent."""
        return self.status.state == "online"

    def become(self, state: State, detail: str) -> None:
        """Changes the status."""
        if state != self.status.state:
            _log.info("standing: %s", state)
        since = self.status.since if state == self.status.state else self._now()
        self.status = ChannelStatus(state, detail, since)
