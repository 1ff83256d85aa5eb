"""The cipher of WeCom's callbacks and pictures: AES-256-CBC whose IV comes from the key, padded to 32 bytes."""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_BLOCK: Final = 32
_HEAD: Final = 20
"""Sixteen random bytes and the length."""


class Unreadable(ValueError):  # noqa: N818 - named for what it is
    """What was sealed cannot be read with this key."""


def key_of(text: str) -> bytes:
    """The 32 bytes of a key in base64, with or without its padding; Unreadable where it is none."""
    bare = text.strip().rstrip("=")
    key = _decoded(bare + "=" * (-len(bare) % 4))
    if len(key) != 32:
        raise Unreadable("a key has 32 bytes")
    return key


def sealed(key: bytes, body: bytes) -> bytes:
    """The body as WeCom encrypts it."""
    missing = _BLOCK - len(body) % _BLOCK
    seal = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return seal.update(body + bytes([missing]) * missing) + seal.finalize()


def opened(key: bytes, body: bytes) -> bytes:
    """What was sealed; Unreadable where the key or the padding is wrong."""
    if not body or len(body) % 16:
        raise Unreadable("no whole blocks")
    unseal = Cipher(algorithms.AES(key), modes.CBC(key[:16])).decryptor()
    plain = unseal.update(body) + unseal.finalize()
    size = plain[-1]
    if not 1 <= size <= min(_BLOCK, len(plain)) or plain[-size:] != bytes([size]) * size:
        raise Unreadable("wrong padding")
    return plain[:-size]


@dataclass(frozen=True, slots=True)
class Seal:
    """Checks and opens callbacks; ``receiver`` is the company's id, empty for a company's own robot."""

    token: str = field(repr=False)
    key: bytes = field(repr=False)
    receiver: str

    def signature(self, timestamp: str, nonce: str, body: str) -> str:
        """The signature that belongs to a sealed text."""
        parts = sorted([self.token, timestamp, nonce, body])
        return hashlib.sha1("".join(parts).encode(errors="replace")).hexdigest()  # noqa: S324 - the platform's choice

    def is_genuine(self, signature: str, timestamp: str, nonce: str, body: str) -> bool:
        """True where the signature fits, told in constant time."""
        return hmac.compare_digest(self.signature(timestamp, nonce, body).encode(), signature.encode(errors="replace"))

    def open(self, body: str) -> bytes:
        """The message of a sealed text; Unreadable for damage and for another company's."""
        plain = opened(self.key, _decoded(body))
        size = int.from_bytes(plain[16:_HEAD], "big")
        if len(plain) < _HEAD + size or plain[_HEAD + size :] != self.receiver.encode():
            raise Unreadable("not for this company")
        return plain[_HEAD : _HEAD + size]


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise Unreadable("not base64") from error
