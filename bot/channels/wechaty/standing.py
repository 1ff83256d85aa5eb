"""Whether the account is logged in, as the gateway's events tell it."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Final

from bot.channels.wechaty import wording
from bot.channels.wechaty.failures import StreamEnded, StreamTaken, WireError
from bot.channels.wechaty.payloads import Event, EventKind
from domain.channel import ChannelStatus, State

_log = logging.getLogger(__name__)
_WAITING: Final = frozenset({2, 5})
_STEPS: Final = {3: wording.SCANNED, 4: wording.CONFIRMED}


class Standing:
    """Follows the events and knows the account's own id once it has logged in."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.me = ""
        self.status = ChannelStatus("offline", wording.STOPPED, now())

    @property
    def online(self) -> bool:
        """Whether something may be sent."""
        return self.status.state == "online"

    def become(self, state: State, detail: str, qrcode: str = "") -> None:
        """Changes the status; ``since`` moves only where the state does."""
        if state != self.status.state or detail != self.status.detail:
            # The code itself is a key to the account and stays out of the log; the desk shows it.
            _log.info("standing: %s", state)
        since = self.status.since if state == self.status.state else self._now()
        self.status = ChannelStatus(state, detail, since, qrcode)

    def lose(self, error: WireError) -> None:
        """The link is gone for the moment."""
        busy = isinstance(error, StreamTaken | StreamEnded)
        self.become("connecting", wording.BUSY if busy else wording.BROKEN)

    def follow(self, event: Event) -> None:
        """Takes in one event."""
        if event.kind == EventKind.LOGIN:
            self.me = event.text("contactId") or self.me
            self.become("online", wording.ONLINE)
        elif event.kind == EventKind.LOGOUT:
            self.become("offline", wording.LOGGED_OUT)
        elif event.kind == EventKind.SCAN:
            self._scan(event)
        elif self.status.state == "connecting":
            # The gateway speaks of a login before anything else but its greeting.
            self.become("offline", wording.NO_ACCOUNT)

    def _scan(self, event: Event) -> None:
        step = event.payload.get("status")
        qrcode = event.text("qrcode")
        # The last steps of a scan may come late, when the login has already been told.
        if self.online and not (qrcode and step in _WAITING):
            return
        detail = _STEPS.get(step, wording.SCAN) if isinstance(step, int) else wording.SCAN
        self.become("scan", detail, qrcode)
