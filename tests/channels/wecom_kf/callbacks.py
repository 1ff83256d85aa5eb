"""Callbacks as the platform makes them, and as others would like to."""

import base64
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.channels.wecom_cipher import Seal, key_of, sealed
from bot.channels.wecom_kf.account import Account

CORP, ACCOUNT = "wwfakecorp0000001", "wkFAKEKF000000001"
TOKEN, KEY = "GridBotToken2026", "7aOmpQKPNmToBanOTticf4vnct95XxXgh022F+2Somw"
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
SEAL = Seal(TOKEN, key_of(KEY), CORP)
SETTINGS = Account(CORP, "FAKEKFSECRET", ACCOUNT, TOKEN, KEY, port=0)


def pack(message: str, receiver: str = CORP) -> str:
    """A message sealed for a company."""
    body = message.encode()
    return base64.b64encode(
        sealed(SEAL.key, b"0123456789abcdef" + len(body).to_bytes(4, "big") + body + receiver.encode())
    ).decode()


def event(ring: str = "ENC1", corp: str = CORP, name: str = "kf_msg_or_event") -> str:
    return (
        f"<xml><ToUserName><![CDATA[{corp}]]></ToUserName><MsgType><![CDATA[event]]></MsgType>"
        f"<Event><![CDATA[{name}]]></Event><Token><![CDATA[{ring}]]></Token>"
        f"<OpenKfId><![CDATA[{ACCOUNT}]]></OpenKfId></xml>"
    )


@dataclass(frozen=True)
class Call:
    """One callback: what is in the address and in the body."""

    sealed: str
    stamp: str
    nonce: str = "77"
    signature: str = ""

    @property
    def query(self) -> dict[str, str]:
        signature = self.signature or SEAL.signature(self.stamp, self.nonce, self.sealed)
        return {"msg_signature": signature, "timestamp": self.stamp, "nonce": self.nonce}

    @property
    def body(self) -> bytes:
        return f"<xml><ToUserName>{CORP}</ToUserName><Encrypt><![CDATA[{self.sealed}]]></Encrypt></xml>".encode()

    def changed(self, **parts: str) -> "Call":
        return replace(self, **parts)


def call(message: str = "", *, late: int = 0, receiver: str = CORP, now: datetime = NOON) -> Call:
    return Call(pack(message or event(), receiver), str(int(now.timestamp()) - late))
