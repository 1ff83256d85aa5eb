"""What may ring the bell: the callback checked from the outside in, with the same short no for every forgery."""

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.channels.wecom_cipher import Seal, Unreadable

_SECONDS: Final = 300
_REMEMBERED: Final = 600
_MOST: Final = 10_000
_LONGEST: Final = 128


@dataclass(frozen=True, slots=True)
class Ring:
    """Something was said in an account; ``token`` fetches it."""

    account: str
    token: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The HTTP answer, and the ring in it if there is a new one."""

    status: int
    text: str = ""
    ring: Ring | None = None


class Gate:
    """Checks signature, time, freshness, and whom it is for, in this order."""

    def __init__(self, seal: Seal, now: Callable[[], datetime], steady: Callable[[], float] = time.monotonic) -> None:
        self._seal = seal
        self._now = now
        self._steady = steady
        self._seen: OrderedDict[tuple[str, str, str], float] = OrderedDict()

    def verify(self, query: Mapping[str, str]) -> Answer:
        """The console's question whether this address is ours."""
        sealed = query.get("echostr", "")
        if not self._is_fresh(query, sealed):
            return Answer(403)
        try:
            return Answer(200, self._seal.open(sealed).decode())
        except (Unreadable, UnicodeDecodeError):
            return Answer(403)

    def ring(self, query: Mapping[str, str], raw: bytes) -> Answer:
        """One callback; 400 for what is no message at all, 403 for what is not the platform's."""
        outer = _tree(raw)
        if outer is None:
            return Answer(400)
        sealed = outer.findtext("Encrypt") or ""
        if not self._is_fresh(query, sealed):
            return Answer(403)
        key = (query["timestamp"], query["nonce"], query["msg_signature"])
        try:
            inner = _tree(self._seal.open(sealed))
        except Unreadable:
            return Answer(403)
        if inner is None or inner.findtext("ToUserName") != self._seal.receiver:
            return Answer(403)
        if self._is_known(key) or inner.findtext("Event") != "kf_msg_or_event":
            return Answer(200)
        return Answer(200, ring=Ring(inner.findtext("OpenKfId") or "", inner.findtext("Token") or ""))

    def forget(self, query: Mapping[str, str]) -> None:
        """A ring that could not be taken now may come again as it is."""
        self._seen.pop((query["timestamp"], query["nonce"], query["msg_signature"]), None)

    def _is_fresh(self, query: Mapping[str, str], sealed: str) -> bool:
        signature, stamp, nonce = (query.get(name, "") for name in ("msg_signature", "timestamp", "nonce"))
        if not self._seal.is_genuine(signature, stamp, nonce, sealed):
            return False
        short = stamp.isascii() and stamp.isdigit() and len(stamp) <= 12 and len(nonce) <= _LONGEST
        return short and abs(self._now().timestamp() - int(stamp)) <= _SECONDS

    def _is_known(self, key: tuple[str, str, str]) -> bool:
        now = self._steady()
        while self._seen and (len(self._seen) >= _MOST or next(iter(self._seen.values())) <= now - _REMEMBERED):
            self._seen.popitem(last=False)
        if key in self._seen:
            return True
        self._seen[key] = now
        return False


def _tree(raw: bytes) -> Element | None:
    try:
        found: Element = fromstring(raw, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None
    return found
